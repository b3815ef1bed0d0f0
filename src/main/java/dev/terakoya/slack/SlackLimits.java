package dev.terakoya.slack;

/** Slack's numbers, in characters unless they say otherwise. */
final class SlackLimits {
  static final int MESSAGE_BLOCKS = 50;
  static final int VIEW_BLOCKS = 100;
  static final int MESSAGE_TEXT = 4_000;
  static final int MESSAGE_CHARACTERS = 12_000;
  static final int SECTION_TEXT = 3_000;
  static final int CONTEXT_TEXT = 2_000;

  /** Our own: the headings above a section; each character may become five. */
  static final int HEADINGS = 200;

  static final int TEXT_RUN = 3_000;
  static final int RICH_ELEMENTS = 1_000;
  static final int HEADER_TEXT = 150;
  static final int BUTTON_TEXT = 75;
  static final int BUTTON_VALUE = 2_000;
  static final int URL = 3_000;
  static final int MODAL_TITLE = 24;
  static final int TABLE_ROWS = 100;
  static final int TABLE_TEXT = 9_000;
  static final int TABLE_CELLS = 20;
  static final int PRIVATE_METADATA = 3_000;

  private SlackLimits() {}
}

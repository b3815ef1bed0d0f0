package dev.terakoya.slack;

/** The names of buttons and views; a press comes back with its name. */
final class Actions {
  static final String OPEN = "lookup_open";
  static final String SUGGESTED = "lookup_suggested";
  static final String READ_ON = "lookup_read_on";
  static final String SHARE = "lookup_share";
  static final String UNSHARE = "lookup_unshare";
  static final String USEFUL = "lookup_useful";
  static final String USELESS = "lookup_useless";
  static final String WISH = "lookup_wish";
  static final String ASK_ABOUT = "quiz_about";
  static final String QUIZ = "quiz_next";
  static final String ANSWER = "quiz_answer";
  static final String FLAG = "quiz_flag";
  static final String FLAG_VIEW = "quiz_flag_view";
  static final String READ_NOTE = "note_read";
  static final String SKIP = "quiz_skip";
  static final String UNDO = "quiz_undo";

  static final String HOME_QUIZ = "home_quiz";
  static final String HOME_REMIND = "home_remind";
  static final String HOME_LANGUAGE = "home_language";
  static final String APPROVE = "daily_approve";
  static final String NEXT_CANDIDATE = "daily_next";
  static final String FORGET = "forget_me";
  static final String DAILY_VIEW = "daily_view";

  private Actions() {}
}

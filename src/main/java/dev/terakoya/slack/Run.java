package dev.terakoya.slack;

import com.slack.api.model.block.element.RichTextElement;
import dev.terakoya.notes.Span.Mark;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A run of rich text in one look, or a link. The SDK's own also writes down each look that a text
 * does not have, among them some that Slack's reference does not name.
 *
 * @param type {@code text} or {@code link}
 * @param url of a link
 * @param style which looks it has; none if absent
 */
record Run(String type, String text, @Nullable String url, @Nullable TreeMap<String, Boolean> style)
    implements RichTextElement {
  static Run text(String text, Set<Mark> marks) {
    return new Run("text", text, null, style(marks));
  }

  static Run link(String url, String text, Set<Mark> marks) {
    return new Run("link", text, url, style(marks));
  }

  private static @Nullable TreeMap<String, Boolean> style(Set<Mark> marks) {
    TreeMap<String, Boolean> style = new TreeMap<>();
    for (Mark mark : marks) {
      switch (mark) {
        case BOLD, HIGHLIGHT -> style.put("bold", true);
        case ITALIC -> style.put("italic", true);
        case STRIKE -> style.put("strike", true);
        case CODE -> style.put("code", true);
        case IMAGE -> {}
      }
    }
    return style.isEmpty() ? null : style;
  }

  @Override
  public String getType() {
    return type;
  }
}

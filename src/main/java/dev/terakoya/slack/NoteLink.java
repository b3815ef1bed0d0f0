package dev.terakoya.slack;

import dev.terakoya.notes.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Where a note can be read on the web.
 *
 * @param template such as {@code https://git.example.org/notes/blob/main/{file}#L{from}-L{to}};
 *     empty where there is no such place
 */
public record NoteLink(String template) {
  /** So that a place and the headings above it share one line of Slack's. */
  private static final int LONGEST = 900;

  private static final int LONGEST_FILE = 120;

  /** File and lines for people, as a link where there is one and it is not too long; mrkdwn. */
  String of(Source source, Texts texts) {
    String key = source.from() == source.to() ? "place-line" : "place";
    String place = texts.say(key, shortened(source.file()), source.from(), source.to());
    String link = template.isEmpty() ? "" : Mrkdwn.link(url(source), place);
    return link.isEmpty() || link.length() > LONGEST ? Mrkdwn.escape(place) : link;
  }

  /** The end of a path tells most. */
  private static String shortened(String file) {
    return file.length() <= LONGEST_FILE
        ? file
        : "…" + file.substring(file.length() - LONGEST_FILE);
  }

  /** The address of these lines; empty where notes are not on the web. */
  String url(Source source) {
    String file =
        Arrays.stream(source.file().split("/", -1))
            .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
            .collect(Collectors.joining("/"));
    return template
        .replace("{file}", file)
        .replace("{from}", String.valueOf(source.from()))
        .replace("{to}", String.valueOf(source.to()));
  }
}

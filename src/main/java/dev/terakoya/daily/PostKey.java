package dev.terakoya.daily;

import java.time.LocalDate;

/**
 * What can be posted once: the question of a channel and its local day. Travels in the message's
 * metadata.
 */
public record PostKey(String team, String channel, LocalDate day) {
  /** One word for metadata and logs. */
  public String text() {
    return team + "/" + channel + "/" + day;
  }
}

package dev.terakoya.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's request signature, version {@code v0}: HMAC-SHA256 over {@code v0:timestamp:body} with
 * the signing secret, over the raw bytes, valid for five minutes before and after.
 */
public final class Signature {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int HEX_CHARACTERS = 64;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private final SecretKeySpec key;
  private final boolean known;

  /** With no secret, given as an empty one, nothing is accepted. */
  public Signature(String secret) {
    this.known = !secret.isEmpty();
    String any = known ? secret : "-";
    this.key = new SecretKeySpec(any.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** The signature of a body, as Slack would send it. */
  public String of(long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
    }
  }

  /** Whether Slack sent this body within the last (or, clocks differing, the next) five minutes. */
  public boolean accepts(
      @Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
    if (!known
        || timestamp == null
        || !SECONDS.matcher(timestamp).matches()
        || signature == null
        || signature.length() != 3 + HEX_CHARACTERS) {
      return false;
    }
    long sent = Long.parseLong(timestamp);
    return Math.abs(now.getEpochSecond() - sent) <= WINDOW.toSeconds()
        && MessageDigest.isEqual(
            of(sent, body).getBytes(StandardCharsets.US_ASCII),
            signature.getBytes(StandardCharsets.UTF_8));
  }
}

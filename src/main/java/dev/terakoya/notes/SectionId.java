package dev.terakoya.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a section by what it says: a pure function of its path and its lines, so that the same
 * notes have the same ids on every machine.
 *
 * @param value 16 hexadecimal digits
 */
public record SectionId(String value) {
  private static final int AT_ONCE = 64;

  static SectionId of(List<String> path, List<String> lines) {
    MessageDigest digest = sha256();
    digest.update(String.join("\0", path).getBytes(UTF_8));
    digest.update((byte) 1);
    for (int n = 0; n < lines.size(); n += AT_ONCE) {
      List<String> some = lines.subList(n, Math.min(n + AT_ONCE, lines.size()));
      digest.update(String.join("\n", some).getBytes(UTF_8));
      digest.update((byte) '\n');
    }
    return new SectionId(HexFormat.of().formatHex(digest.digest(), 0, 8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}

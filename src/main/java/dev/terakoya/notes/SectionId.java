package dev.terakoya.notes;

import java.nio.charset.StandardCharsets;
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
  static SectionId of(List<String> path, List<String> lines) {
    String all = String.join("\0", path) + '\1' + String.join("\n", lines);
    byte[] digest = sha256().digest(all.getBytes(StandardCharsets.UTF_8));
    return new SectionId(HexFormat.of().formatHex(digest, 0, 8));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}

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
  private static final int PART = 8192;

  static SectionId of(List<String> path, List<String> lines) {
    MessageDigest digest = sha256();
    StringBuilder part = new StringBuilder(String.join("\0", path)).append('\1');
    for (String line : lines) {
      part.append(line).append('\n');
      if (part.length() > PART) {
        add(digest, part);
      }
    }
    add(digest, part);
    return new SectionId(HexFormat.of().formatHex(digest.digest(), 0, 8));
  }

  private static void add(MessageDigest digest, StringBuilder part) {
    digest.update(part.toString().getBytes(StandardCharsets.UTF_8));
    part.setLength(0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}

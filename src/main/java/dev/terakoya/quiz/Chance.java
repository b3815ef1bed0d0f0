package dev.terakoya.quiz;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Choices that look random and are pure functions of the content. */
final class Chance {
  private Chance() {}

  /** The first 16 hexadecimal digits of a hash of the parts. */
  static String id(String... parts) {
    return HexFormat.of().formatHex(hash(String.join("\u0001", parts)), 0, 8);
  }

  /** A number from 0 to {@code bound} - 1. */
  static int pick(int bound, String... parts) {
    byte[] hash = hash(String.join("\u0001", parts));
    return Math.floorMod((hash[0] & 0xff) << 16 | (hash[1] & 0xff) << 8 | (hash[2] & 0xff), bound);
  }

  /** The list in an order that depends on nothing but its content and {@code seed}. */
  static <T> List<T> shuffled(List<T> list, String seed) {
    List<T> shuffled = new ArrayList<>(list);
    shuffled.sort(Comparator.comparing(t -> id(seed, t.toString())));
    return shuffled;
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java", e);
    }
  }
}

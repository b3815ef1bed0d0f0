package dev.terakoya.glossary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Texts and numbers one after the other, read many times as fast as YAML: how many texts there are;
 * each text once, as its length in bytes and UTF-8; then numbers to the end, a text as its place
 * among the texts. All numbers are of four bytes, the highest first.
 */
public final class Pack {
  private final String[] texts;
  private final ByteBuffer numbers;

  /** Reads what a {@link Writer} wrote. */
  Pack(byte[] bytes) {
    this.numbers = ByteBuffer.wrap(bytes);
    this.texts = new String[numbers.getInt()];
    for (int n = 0; n < texts.length; n++) {
      int length = numbers.getInt();
      texts[n] = new String(bytes, numbers.position(), length, UTF_8);
      numbers.position(numbers.position() + length);
    }
  }

  /** The next number. */
  public int number() {
    return numbers.getInt();
  }

  /** The next numbers, after how many there are. */
  public int[] numbers() {
    int[] all = new int[number()];
    numbers.asIntBuffer().get(all);
    numbers.position(numbers.position() + all.length * Integer.BYTES);
    return all;
  }

  /** The next text. */
  public String text() {
    return texts[number()];
  }

  /** As many of these as the next number says. */
  public <T> List<T> list(Supplier<T> item) {
    int size = number();
    List<T> items = new ArrayList<>(size);
    for (int n = 0; n < size; n++) {
      items.add(item.get());
    }
    return items;
  }

  /** The next texts. */
  public List<String> texts() {
    return list(this::text);
  }

  List<List<String>> groups() {
    return list(this::texts);
  }

  /**
   * What the build packed beside a class, or else made anew: the build itself has no pack.
   *
   * @param part its name
   */
  public static <T> T read(
      Class<?> beside, String part, Function<Pack, T> read, Supplier<T> otherwise) {
    try (InputStream in = beside.getResourceAsStream(part + ".pack")) {
      return in == null ? otherwise.get() : read.apply(new Pack(in.readAllBytes()));
    } catch (IOException e) {
      throw new IllegalStateException("reading the packed " + part, e);
    }
  }

  /**
   * Packs something beside a class.
   *
   * @param classes where the classes are
   * @throws IOException if that is no place to write to
   */
  public static void write(Path classes, Class<?> beside, String part, Consumer<Writer> put)
      throws IOException {
    Writer pack = new Writer();
    put.accept(pack);
    Path folder = classes.resolve(beside.getPackageName().replace('.', '/'));
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(part + ".pack")))) {
      pack.to(out);
    }
  }

  /** Takes texts and numbers in the order in which they will be asked for. */
  public static final class Writer {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<Integer> numbers = new ArrayList<>();

    /** Takes a number. */
    public void number(int number) {
      numbers.add(number);
    }

    /** Takes how many there are, and each of them. */
    public void numbers(int[] all) {
      number(all.length);
      IntStream.of(all).forEach(this::number);
    }

    /** Takes a text. */
    public void text(String text) {
      number(texts.computeIfAbsent(text, t -> texts.size()));
    }

    /** Takes how many there are, and each of them. */
    public <T> void list(Collection<T> items, Consumer<T> item) {
      number(items.size());
      items.forEach(item);
    }

    /** Takes how many there are, and each of them. */
    public void texts(Collection<String> all) {
      list(all, this::text);
    }

    void groups(List<List<String>> groups) {
      list(groups, this::texts);
    }

    void to(OutputStream out) throws IOException {
      DataOutputStream data = new DataOutputStream(out);
      data.writeInt(texts.size());
      for (String text : texts.keySet()) {
        byte[] bytes = text.getBytes(UTF_8);
        data.writeInt(bytes.length);
        data.write(bytes);
      }
      for (int number : numbers) {
        data.writeInt(number);
      }
      data.flush();
    }
  }
}

package dev.terakoya.glossary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Texts and numbers one after the other, read many times as fast as YAML: how many texts there are;
 * each text once, as its length in bytes and UTF-8; then numbers to the end, a text as its place
 * among the texts. All numbers are of four bytes, the highest first.
 */
final class Pack {
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

  int number() {
    return numbers.getInt();
  }

  String text() {
    return texts[number()];
  }

  <T> List<T> list(Supplier<T> item) {
    int size = number();
    List<T> items = new ArrayList<>(size);
    for (int n = 0; n < size; n++) {
      items.add(item.get());
    }
    return items;
  }

  List<String> texts() {
    return list(this::text);
  }

  List<List<String>> groups() {
    return list(this::texts);
  }

  /** Takes texts and numbers in the order in which they will be asked for. */
  static final class Writer {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final List<Integer> numbers = new ArrayList<>();

    void number(int number) {
      numbers.add(number);
    }

    void text(String text) {
      number(texts.computeIfAbsent(text, t -> texts.size()));
    }

    <T> void list(Collection<T> items, Consumer<T> item) {
      number(items.size());
      items.forEach(item);
    }

    void texts(Collection<String> all) {
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

package dev.terakoya.glossary;

import dev.terakoya.notes.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The general words of study notes which mean the same in a look-up, in English and Japanese. Names
 * of products and parts are {@linkplain Glossary terms} instead. Immutable, safe for any thread.
 *
 * <p>Groups are not joined: 公開 is <i>public</i> and <i>release</i>, which are not each other.
 */
public final class Wordbook {
  private static final String BUNDLED = "words.yaml";

  private final Map<String, Set<String>> same = new HashMap<>();

  /** Of the words that somebody asked for, the others of their groups. */
  private final Map<String, Set<String>> others = new ConcurrentHashMap<>();

  private final List<List<String>> groups = new ArrayList<>();
  private final List<Problem> faults = new ArrayList<>();

  /** Reads groups of words; a faulty group is left out. */
  Wordbook(String file, String text) {
    Page page = new Page(file, faults);
    page.root(text)
        .map(root -> page.fields(root, List.of("groups")).get("groups"))
        .ifPresent(list -> page.items(list).forEach(group -> add(page, group)));
  }

  /** Takes groups of folded words as they are. */
  private Wordbook(List<List<String>> groups) {
    groups.forEach(this::add);
  }

  /**
   * The words that come with the program.
   *
   * @throws IllegalStateException if a group is faulty
   */
  public static Wordbook bundled() {
    return new Wordbook(BundledGlossary.words());
  }

  /** The groups of the words that come with the program, as they are written. */
  static List<List<String>> fromYaml() {
    Wordbook words = new Wordbook(BUNDLED, Bundle.text(BUNDLED));
    if (!words.faults.isEmpty()) {
      throw new IllegalStateException("the bundled words are faulty: " + words.faults);
    }
    return words.groups;
  }

  private void add(Page page, Node node) {
    List<String> words = page.texts(node).stream().map(Wordbook::fold).toList();
    Set<String> group = new LinkedHashSet<>(words);
    if (group.contains("")) {
      page.fault(Page.line(node), "", "a word needs a letter");
    } else if (group.size() < words.size()) {
      page.fault(Page.line(node), words.toString(), "a word stands twice in its group");
    } else if (group.size() < 2) {
      page.fault(Page.line(node), words.toString(), "a group needs two words");
    } else {
      add(words);
    }
  }

  private void add(List<String> group) {
    groups.add(group);
    group.forEach(
        word -> same.computeIfAbsent(Spelling.key(word), w -> new LinkedHashSet<>()).addAll(group));
  }

  /**
   * The other words of all groups that a word is in, nearest group first; none for an unknown word.
   * Words go folded: NFKC, lower case, single spaces; they come in any {@linkplain Spelling
   * spelling}, long vowels and spaces left out or not.
   */
  public Set<String> same(String word) {
    String key = Spelling.key(word);
    return same.containsKey(key) ? others.computeIfAbsent(key, this::others) : Set.of();
  }

  private Set<String> others(String key) {
    Set<String> others = new LinkedHashSet<>(same.getOrDefault(key, Set.of()));
    others.removeIf(other -> Spelling.key(other).equals(key));
    return Collections.unmodifiableSet(others);
  }

  private static String fold(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  /** A hash of all groups: an index built with other ones is out of date. */
  public String fingerprint() {
    return Bundle.fingerprint(groups.toString());
  }

  /** All groups, folded, in the order of the file. */
  List<List<String>> groups() {
    return groups;
  }

  /** The groups that were refused. */
  List<Problem> faults() {
    return faults;
  }
}

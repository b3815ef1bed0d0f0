package dev.terakoya.quiz;

import dev.terakoya.glossary.Term;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the members of a family are of one kind, so that each is a believable option for another.
 */
final class Kin {
  private static final Pattern CAPTION =
      Pattern.compile(
          "種類|タイプ|オプション|方式|モード|要素|用語|コンポーネント|メトリク|フェーズ|ステータス|状態|レコード|クラス|エンジン|プラン|アクション|コマンド|パラメータ|パラメーター|プロパティ|戦略|アルゴリズム|ロール|ゲートウェイ|ルーティング|ポリシー|インターフェ|プロトコル|ボリューム|キャッシュ|[一-龥ァ-ヴ]型|[2-9２-９](?:つ|種|個|通り|パターン)|api|type|mode|class|kind|strateg|polic|metric");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_./@: -]*");

  /** The weakest reason: names with a description each, one after the other. */
  static final String RUN = "a run of name and description";

  private Kin() {}

  /** Why the members are of one kind; nothing when nothing shows it. */
  static Optional<String> reason(Family family, Field field) {
    List<String> names = family.members().stream().map(m -> m.label().name()).toList();
    if (names.stream().anyMatch(n -> n.length() > 28 && field.glossary().find(n).isEmpty())) {
      return Optional.empty();
    }
    if (sameKind(family, field)) {
      return Optional.of("of one kind in the glossary");
    }
    if (affix(names)) {
      return Optional.of("named alike");
    }
    if (captioned(family.caption())
        || (family.kind() == Family.Kind.TABLE
            && names.size() >= 3
            && !family.caption().isBlank())) {
      return Optional.of("under “" + family.caption().strip() + "”");
    }
    if (names.size() >= 3
        && names.stream().allMatch(n -> LATIN.matcher(n).matches())
        && names.stream().noneMatch(n -> n.contains(" "))) {
      return Optional.of("identifiers side by side");
    }
    if (names.size() >= 3 && family.kind() == Family.Kind.NESTED && defined(family)) {
      return Optional.of("bullets each with what it is below");
    }
    return names.size() >= 3 && family.kind() == Family.Kind.COLON
        ? Optional.of(RUN)
        : Optional.empty();
  }

  /** Whether the words above a family say of what kind its members are. */
  static boolean captioned(String caption) {
    return CAPTION.matcher(caption.toLowerCase(Locale.ROOT)).find();
  }

  /** Whether below most members stands first what they are. */
  private static boolean defined(Family family) {
    long nominal =
        family.members().stream()
            .map(m -> m.says().getFirst().first())
            .filter(s ->
                !s.topic()
                    && (s.nominal() || s.form() == Sentence.Form.DOING)
                    && s.text().length() >= 8)
            .count();
    return nominal * 3 >= family.members().size() * 2L;
  }

  private static boolean sameKind(Family family, Field field) {
    List<Optional<Term>> terms = family.members().stream().map(m -> field.term(m.label())).toList();
    long most =
        terms.stream()
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(Term::kind, Collectors.counting()))
            .values()
            .stream()
            .max(Comparator.naturalOrder())
            .orElse(0L);
    return most >= 2 && most * 3 >= terms.size() * 2L;
  }

  /** Whether most names end, or begin, with the same two or more characters. */
  private static boolean affix(List<String> names) {
    return common(names, n -> n.length() < 4 ? n : n.substring(n.length() - 3))
        || common(names, n -> n.length() < 5 ? n : n.substring(0, 4));
  }

  private static boolean common(List<String> names, Function<String, String> part) {
    return names.stream()
            .collect(Collectors.groupingBy(part, Collectors.counting()))
            .values()
            .stream()
            .max(Comparator.naturalOrder())
            .orElse(0L)
        >= Math.max(2, names.size() * 0.7);
  }

  /** How alike two names look: shared ends, scripts and lengths; higher is more alike. */
  static int likeness(String one, String other) {
    int score = 0;
    for (int n = 1;
        n <= Math.min(one.length(), other.length())
            && one.charAt(one.length() - n) == other.charAt(other.length() - n);
        n++) {
      score += 2;
    }
    for (int n = 0;
        n < Math.min(one.length(), other.length()) && one.charAt(n) == other.charAt(n);
        n++) {
      score += 1;
    }
    score += LATIN.matcher(one).matches() == LATIN.matcher(other).matches() ? 3 : 0;
    return score - Math.abs(one.length() - other.length()) / 3;
  }
}

package dev.terakoya.quiz;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks whether something that cannot be done can be, or the other way round: the note's own
 * sentence, in every second case with its ending turned to the opposite.
 */
final class Opposites implements Maker {
  private static final String[][] ENDINGS = {
    {"ことはできない", "ことができる"},
    {"ことができない", "ことができる"},
    {"はできない", "ができる"},
    {"できない", "できる"},
    {"は不可能", "は可能"},
    {"が不可能", "が可能"},
    {"は不可", "は可能"},
    {"が不可", "が可能"},
    {"する必要はない", "する必要がある"},
    {"必要はない", "必要がある"},
    {"必要がない", "必要がある"},
    {"は不要", "が必要"},
    {"が不要", "が必要"},
    {"に対応していない", "に対応している"},
    {"対応していない", "対応している"},
    {"サポートしていない", "サポートしている"},
    {"サポートされていない", "サポートされている"},
    {"サポートしない", "サポートする"},
    {"保証されない", "保証される"},
    {"適用されない", "適用される"},
    {"保存されない", "保存される"},
    {"保持されない", "保持される"},
    {"引き継がれない", "引き継がれる"},
    {"継承されない", "継承される"},
    {"暗号化されない", "暗号化される"},
    {"課金されない", "課金される"},
    {"影響しない", "影響する"},
    {"変わらない", "変わる"},
    {"使えない", "使える"},
    {"デフォルトで無効", "デフォルトで有効"},
    {"デフォルトで有効", "デフォルトで無効"},
    {"デフォルトでは無効", "デフォルトでは有効"},
    {"デフォルトでは有効", "デフォルトでは無効"},
  };
  private static final Pattern HEDGED = Pattern.compile("ないと|なければ|でなく|には(?:適用|対応|使|利用)|場合(?:が|も)|ことがある|こともある|限り|以外|原則|基本的|通常|のみ|だけ|しか|まで|必ずしも|とは限ら|直接|単体|そのまま|自動的|すぐ");

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.harvests().stream()
        .flatMap(h -> h.statements().stream())
        .flatMap(s -> Sentence.of(s.text()).stream().flatMap(t -> of(field, s, t).stream()));
  }

  private static Optional<Candidate> of(Field field, Statement statement, Sentence sentence) {
    String text = sentence.text();
    boolean about = sentence.subject().isPresent() || !statement.scope().isEmpty() && field.term(statement.scope().getLast()).isPresent();
    if (!about || WorthKnowing.weight(text) < 3 || text.length() < 10 || text.length() > 80 || HEDGED.matcher(text).find()) {
      return Optional.empty();
    }
    for (String[] ending : ENDINGS) {
      if (text.endsWith(ending[0])) {
        String turned = text.substring(0, text.length() - ending[0].length()) + ending[1];
        return Optional.of(candidate(field, statement, sentence, turned));
      }
    }
    return Optional.empty();
  }

  private static Candidate candidate(Field field, Statement statement, Sentence sentence, String turned) {
    boolean right = Chance.pick(2, sentence.text(), "opposite") == 0;
    String subject = sentence.subject().orElse(statement.scope().isEmpty() ? "" : statement.scope().getLast().name());
    return new Candidate(
        dev.terakoya.quiz.Pattern.TRUE_FALSE,
        "something that cannot be, or is by default",
        "the ending turned to its opposite",
        subject,
        turned,
        field.shown(statement.scope(), java.util.List.of()),
        Judgement.stem(right ? sentence.text() : turned),
        sentence.text(),
        Judgement.options(right, sentence.text()),
        statement.text(),
        statement);
  }
}

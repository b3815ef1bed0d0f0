package dev.terakoya.quiz;

import static dev.terakoya.quiz.Pattern.DEFINITION;
import static dev.terakoya.quiz.Pattern.DESCRIPTION;
import static dev.terakoya.quiz.Pattern.TRUE_FALSE;

import dev.terakoya.glossary.Term;
import dev.terakoya.quiz.Family.Member;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks which of several siblings a description is of, what one of them is, and whether what the
 * note says of one holds of another. Options are the siblings in the note, then those in the
 * glossary; siblings of which the notes say the same are left out.
 */
final class Definitions implements Maker {
  private static final int QUOTED = 42;
  private static final java.util.regex.Pattern ACTION =
      java.util.regex.Pattern.compile(
          "(?:保護|検知|管理|監視|防止|制御|課金|記録|連携|調整|提供|取得|設定|定義|実行|作成|処理|削除|変更|更新|送信|受信|化|測定|確認|分析|収集|転送|保存|配信|移行|検証|通知|運用|構築|登録|接続|通信|アクセス|利用|使用|対応|増加|減少|向上|削減)$");
  private static final java.util.regex.Pattern KATAKANA =
      java.util.regex.Pattern.compile("[ァ-ヴー]{4,}");
  private static final java.util.regex.Pattern LIST =
      java.util.regex.Pattern.compile(
          "^[A-Za-z]+ ?[,、] ?[A-Za-z]+ ?[,、]|^[^をがには]*・[^をがには]*・[^をがにはのな]*$");
  private static final java.util.regex.Pattern CONDITION =
      java.util.regex.Pattern.compile(
          "すると|したら|すれば|場合、|場合は|場合に|ときは|ときに、|[^は]には、|に応じて変|[:：]|の(?:最大|最小|合計)$|(?:^|、)(?:また|さらに)|(?:に記述|で指定|に含め|に追加|に適用)(?:する|できる|される|られる)?$");

  /** Words that fit whatever is compared: what one may choose, advantages, mere management. */
  private static final java.util.regex.Pattern RELATIVE =
      java.util.regex.Pattern.compile("独自|任意|柔軟|自由|カスタム|個別|向上|改善|効率|簡単|簡素|容易|を管理(?:する|でき|出来)");

  /** Two everyday words, which say themselves what they do, and the name of what is not there. */
  private static final java.util.regex.Pattern PLAIN =
      java.util.regex.Pattern.compile("[^A-Za-z]{2,}と[^A-Za-z]{2,}|(?i:none)|なし|無し");

  /** What a thing is called by its kind alone, so that nothing of another kind can be meant. */
  private static final java.util.regex.Pattern KIND =
      java.util.regex.Pattern.compile(
          "(?:ライブラリー?|コマンド|言語|プロトコル|ツール|エージェント|ポリシー|レコード|メトリクス|ファイル|ブローカー|ゲートウェイ|装置|ロール|データベース|テンプレート|時間|期間|(?<!複)数|サイズ|番号|識別子|料金体系|アカウント|ディレクトリ|(?<![A-Za-z])[A-Z]{3,})$");

  private static final java.util.regex.Pattern PART =
      java.util.regex.Pattern.compile("component|feature|setting|concept|log|metric");

  /** Kinds of what is no thing of a field's own. */
  static final java.util.regex.Pattern IDEA =
      java.util.regex.Pattern.compile("protocol|concept|format|technology");

  private static final java.util.regex.Pattern STAGE =
      java.util.regex.Pattern.compile("まで(?:を|の?自動|、|$)|に加え|まで(?:行|実施|含)");

  /**
   * What a question could offer beside the right name.
   *
   * @param definition what the note says of it; empty for one that only the glossary knows
   */
  private record Rival(String name, Optional<Sentence> definition) {}

  /**
   * One thing with its definition and its siblings.
   *
   * @param reason why the siblings are of its kind
   */
  private record Subject(
      Field field,
      Family family,
      Member member,
      Sentence definition,
      List<Rival> rivals,
      String reason) {
    String name() {
      return member.label().name();
    }

    /**
     * How few options make one think: four, or all that a list of known things sets side by side.
     */
    int fewest() {
      boolean listed =
          field.term(member.label()).isPresent()
              && rivals.stream()
                  .allMatch(r ->
                      r.definition().isPresent() && field.glossary().find(r.name()).isPresent());
      return listed ? 3 : 4;
    }

    /** The words of the name that the description tells. */
    Set<String> told() {
      return NoLeak.shared(name(), definition.text());
    }
  }

  @Override
  public Stream<Candidate> candidates(Field field) {
    return field.families().stream()
        .filter(f -> !field.attributes(f))
        .flatMap(family -> family.members().stream().flatMap(m -> asked(field, family, m)))
        .flatMap(Optional::stream);
  }

  /** Asks for what a note says of a thing first, and for what else sounds like its purpose. */
  private static Stream<Optional<Candidate>> asked(Field field, Family family, Member member) {
    Stream<Subject> later =
        member.says().stream()
            .skip(1)
            .map(s -> new Member(member.label(), List.of(s)))
            .filter(m -> purposed(field, m, defined(m)))
            .flatMap(m -> subject(field, family, m).stream());
    return Stream.concat(
        subject(field, family, member).stream()
            .flatMap(s -> Stream.of(term(s), description(s), judgement(s))),
        later.limit(2).map(Definitions::term));
  }

  /**
   * Whether a sentence tells what the glossary, too, says that the thing is for, and the thing is
   * one of several to choose from, not a part among parts.
   */
  private static boolean purposed(Field field, Member member, Sentence said) {
    return acts(said)
        && field
            .term(member.label())
            .filter(t -> !PART.matcher(t.kind()).find() && purpose(field, t, said) >= 2)
            .isPresent();
  }

  private static Optional<Subject> subject(Field field, Family family, Member member) {
    Sentence sentence = defined(member);
    Optional<String> kin =
        Kin.reason(family, field)
            .filter(r -> family.kind() != Family.Kind.HEADINGS || !r.startsWith("under"));
    boolean sure =
        kin.filter(r -> r.contains("glossary")).isPresent()
            && field.term(member.label()).isPresent();
    boolean alike = kin.filter(r -> !r.startsWith("under")).isPresent();
    if (kin.isEmpty()
        || field.term(member.label()).filter(Term::isReplaced).isPresent()
        || field.retired(member.label())
        || !tells(sentence)
        || !proper(field, member.label(), kin)
        || narrowed(member)
        || !defines(
            family,
            sentence,
            sure || alike,
            kin.filter(r -> !r.equals(Kin.RUN)).isPresent(),
            examples(member),
            purposed(field, member, sentence))) {
      return Optional.empty();
    }
    List<Rival> rivals = new ArrayList<>(siblings(field, family, member, sentence));
    boolean whatItIs =
        sentence.form() == Sentence.Form.NOUN || sentence.form() == Sentence.Form.DOING;
    boolean listed = family.kind() == Family.Kind.COLON || family.kind() == Family.Kind.TABLE;
    boolean enough = field.telling(family.scope(), sentence.text()) >= 3;
    if (!enough && !listed && family.kind() != Family.Kind.NESTED) {
      return Optional.empty();
    }
    if (enough && rivals.size() < 3 && (whatItIs || listed || purposed(field, member, sentence))) {
      rivals.addAll(fromGlossary(field, family, member, sentence));
    }
    return rivals.isEmpty() || !ofTheField(field, family, member)
        ? Optional.empty()
        : Optional.of(new Subject(field, family, member, sentence, List.copyOf(rivals), kin.get()));
  }

  /** Whether it is a thing of the field, or a part of one. */
  private static boolean ofTheField(Field field, Family family, Member member) {
    return field.term(member.label()).isPresent()
        || field.glossary().terms().isEmpty()
        || family.scope().stream()
            .flatMap(l -> field.term(l).stream())
            .anyMatch(t -> !IDEA.matcher(t.kind()).find());
  }

  /** Whether a word behind its full stop narrows what a note says first: {@code …の接続。無料}. */
  private static boolean narrowed(Member member) {
    List<Sentence> sentences = member.says().getFirst().sentences();
    return sentences.size() > 1 && sentences.get(1).text().length() <= 4;
  }

  /** Whether something is called so, and does not only stand at the head of a bullet. */
  private static boolean proper(Field field, Label label, Optional<String> kin) {
    return !PLAIN.matcher(label.name()).matches() && called(field, label, kin);
  }

  private static boolean called(Field field, Label label, Optional<String> kin) {
    return kin.filter(r -> !r.equals(Kin.RUN) && !r.startsWith("bullets")).isPresent()
        || field.term(label).isPresent()
        || latin(label.name())
        || KATAKANA
            .matcher(label.name())
            .results()
            .anyMatch(m -> !WorthKnowing.EMPTY.contains(m.group()));
  }

  /** What the note says of a member first, without the member's own name in front. */
  private static Sentence defined(Member member) {
    Sentence first = member.says().getFirst().first();
    return member
        .label()
        .names()
        .map(first::without)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(first);
  }

  /** Whether below a member stands a list of things, not what it is. */
  private static boolean examples(Member member) {
    List<Sentence.Form> forms =
        member.says().stream().limit(2).map(s -> s.first().form()).distinct().toList();
    return member.says().size() > 1
        && forms.stream().allMatch(f -> f == Sentence.Form.PHRASE || f == Sentence.Form.FRAGMENT);
  }

  /** Whether a sentence stands where a definition stands, and has the form of one. */
  private static boolean defines(
      Family family,
      Sentence sentence,
      boolean sure,
      boolean kin,
      boolean examples,
      boolean purposed) {
    Sentence.Form form = sentence.form();
    boolean whole = form != Sentence.Form.FRAGMENT && form != Sentence.Form.PHRASE;
    return switch (family.kind()) {
      case COLON, TABLE -> !sentence.topic() && (whole || sentence.nominal());
      case NESTED -> !sentence.topic() && (whole || (kin && sentence.nominal() && !examples));
      case TOPICS, HEADINGS ->
          !sentence.topic()
              && ((form == Sentence.Form.NOUN && WorthKnowing.weight(sentence.text()) >= 4)
                  || form == Sentence.Form.DOING
                  || (sure && form == Sentence.Form.VERB && acts(sentence))
                  || (purposed && whole));
    };
  }

  /** Whether a sentence says what its thing does, and enough of it. */
  private static boolean acts(Sentence sentence) {
    return WorthKnowing.weight(sentence.text()) >= 6
        && !sentence.text().matches(".*(?:されて|れる|ている|ない|\\d.*)$");
  }

  /**
   * Whether a sentence is long enough to tell its thing from another, and no mere heap of nouns or
   * of places where it can be used.
   */
  private static boolean tells(Sentence sentence) {
    boolean heap =
        sentence.form() != Sentence.Form.NOUN
            && !sentence.text().matches(".*(?:[をがにで]|から|への|との).*");
    return sentence.text().length() >= 8
        && !heap
        && !sentence.text().matches(".*(?:設定|利用|使用|配置|指定)(?:可能|できる)")
        && sentence.text().length() <= 110
        && !CONDITION.matcher(sentence.text()).find()
        && !LIST.matcher(sentence.text()).find()
        && WorthKnowing.weight(sentence.text()) >= 3;
  }

  /** Whether a service is described as one, so that all options must be services. */
  private static boolean serves(Field field, Optional<Term> own, Sentence said) {
    return said.text().endsWith("サービス")
        && own.filter(t -> Field.offered(t, field.glossary())).isPresent();
  }

  /**
   * The members of the family that the description is not of, the most alike first; none where the
   * only ones like it are those of which the note says nearly the same.
   */
  private static List<Rival> siblings(Field field, Family family, Member member, Sentence said) {
    String name = member.label().name();
    Optional<Term> own = field.term(member.label());
    List<Member> others =
        family.members().stream()
            .filter(m -> !Text.key(m.label().name()).equals(Text.key(name)))
            .toList();
    boolean lost = others.stream().anyMatch(m -> same(said, defined(m)));
    List<Rival> rivals =
        others.stream()
            .filter(m ->
                own.isEmpty() || !field.term(m.label()).map(Term::id).equals(own.map(Term::id)))
            .filter(m -> alike(own, field.term(m.label()), family.kind(), name, m.label().name()))
            .filter(m -> !PLAIN.matcher(m.label().name()).matches() && !field.retired(m.label()))
            .filter(m -> kind(field, said, m.label().name(), defined(m).text()))
            .filter(m -> !parent(m.label().name(), name) && !above(field, family, m.label()))
            .filter(m ->
                other(field, m.label().names().toList(), said)
                    && !means(member, m.label())
                    && !means(m, member.label()))
            .filter(m -> !same(said, defined(m)))
            .filter(m -> m.says().stream().noneMatch(s -> same(said, s.first())))
            .filter(m ->
                !serves(field, own, said)
                    || field
                        .term(m.label())
                        .filter(t -> Field.offered(t, field.glossary()))
                        .isPresent())
            .filter(m -> own.isEmpty() || !nearer(field, field.term(m.label()), own.get(), said))
            .sorted(
                Comparator.comparingInt((Member m) -> -common(said, defined(m)))
                    .thenComparingInt(m -> -Kin.likeness(name, m.label().name()))
                    .thenComparing(m -> Chance.id(name, m.label().name())))
            .map(m -> new Rival(m.label().name(), Optional.of(defined(m))))
            .toList();
    boolean near =
        rivals.stream().flatMap(r -> r.definition().stream()).anyMatch(d -> common(said, d) > 0);
    return lost && !near ? List.of() : rivals;
  }

  /**
   * Whether one name is but the first word of the other, as AWS Glue is of Glue DataBrew, or a sort
   * of it, as サービスロール is of IAMロール.
   */
  private static boolean parent(String one, String other) {
    String bare = other.replaceFirst("^[A-Za-z ]+(?=[ァ-ヴー一-龥]{3})", "");
    if (!bare.equals(other)
        && !one.equals(bare)
        && one.matches("[^A-Za-z]+" + java.util.regex.Pattern.quote(bare))) {
      return true;
    }
    return words(one).size() == 1
        && Text.words(other).size() > 1
        && Text.words(other).containsAll(words(one));
  }

  /** The words of a name, its maker's apart. */
  static Set<String> words(String name) {
    Set<String> words = new HashSet<>(Text.words(name));
    words.removeAll(Set.of("aws", "amazon"));
    return words;
  }

  /** Whether what is said of a thing names another, as what it is made with. */
  private static boolean means(Member member, Label other) {
    return member.says().stream()
        .map(s -> Text.key(s.text()))
        .anyMatch(t -> other.names().map(Text::key).anyMatch(n -> n.length() > 3 && t.contains(n)));
  }

  /** Whether a name is what a heading above the family is about, and so has it as a part. */
  private static boolean above(Field field, Family family, Label label) {
    Optional<Term> term = field.term(label);
    return term.isPresent() && family.scope().stream().anyMatch(l -> field.term(l).equals(term));
  }

  /** Whether two members are of one kind, as far as the glossary and their names tell. */
  private static boolean alike(
      Optional<Term> own, Optional<Term> other, Family.Kind kind, String name, String rival) {
    boolean both = own.isPresent() && other.isPresent();
    return (both && own.get().kind().equals(other.get().kind()))
        || (own.isEmpty() && other.isEmpty())
        || (!both
            && (Kin.likeness(name, rival) >= 5 || (own.isEmpty() && kind == Family.Kind.TABLE)));
  }

  private static List<Rival> fromGlossary(
      Field field, Family family, Member member, Sentence said) {
    Optional<Term> own = field.term(member.label());
    boolean sure =
        own.isPresent()
            && field.belongs(own.get(), family.scope())
            && (purpose(field, own.get(), said) >= 2
                || (WorthKnowing.weight(said.text()) >= 6
                    && !field.glossary().purposes().containsKey(own.get().id())));
    if (!sure) {
      return List.of();
    }
    Set<String> taken =
        Stream.concat(family.members().stream().map(Member::label), family.scope().stream())
            .flatMap(l -> field.term(l).stream())
            .map(Term::id)
            .collect(java.util.stream.Collectors.toSet());
    Set<String> words = words(member.label().name());
    return Siblings.of(field, own.get(), member.label().name()).stream()
        .sorted(
            Comparator.comparingInt(
                n -> -field.glossary().find(n).map(t -> purpose(field, t, said)).orElse(0)))
        .filter(n -> !words(n).containsAll(words) && !words.containsAll(words(n)))
        .filter(n -> !parent(n, member.label().name()))
        .filter(n ->
            field
                .glossary()
                .find(n)
                .map(t ->
                    !taken.contains(t.id())
                        && !field.retired(new Label(n, t.names()))
                        && kind(field, said, n, "")
                        && (!serves(field, own, said) || Field.offered(t, field.glossary()))
                        && other(field, t.names(), said)
                        && near(field, own.get(), t, said)
                        && farther(field, own.get(), t, said))
                .orElse(false))
        .map(n -> new Rival(n, Optional.<Sentence>empty()))
        .toList();
  }

  /** Whether the description sounds more like what the other is for than like its own. */
  private static boolean nearer(Field field, Optional<Term> other, Term own, Sentence said) {
    return other.filter(o -> purpose(field, o, said) > purpose(field, own, said)).isPresent();
  }

  /** Whether the description sounds much less like what the other is for than like its own. */
  private static boolean farther(Field field, Term own, Term other, Sentence said) {
    return 2 * purpose(field, other, said) <= purpose(field, own, said);
  }

  /** How many words of a description stand in what the glossary says that a term is for. */
  private static int purpose(Field field, Term term, Sentence said) {
    return Text.telling(NoLeak.shared(said.text(), purposes(field, term))).size();
  }

  private static String purposes(Field field, Term term) {
    return String.join(" ", field.glossary().purposes().getOrDefault(term.id(), List.of()));
  }

  /** Whether the glossary says of another part something like the description. */
  private static boolean near(Field field, Term own, Term other, Sentence said) {
    return Field.offered(own, field.glossary()) || purpose(field, other, said) > 0;
  }

  /** Whether nothing shows that the description is of this one, too. */
  private static boolean other(Field field, List<String> names, Sentence said) {
    String key = Text.key(said.text());
    return names.stream().noneMatch(n -> key.contains(Text.key(n)))
        && names.stream().noneMatch(n -> field.evidence().says(n, said.text()));
  }

  /** How many words that say something two sentences share. */
  private static int common(Sentence one, Sentence other) {
    return Text.telling(NoLeak.shared(one.text(), other.text())).size();
  }

  private static boolean same(Sentence one, Sentence other) {
    return common(one, other) >= 0.4 * Text.telling(Text.words(one.text())).size();
  }

  /** Whether what a description calls a thing by its kind can be said of another. */
  static boolean kind(Field field, Sentence said, String name, String definition) {
    java.util.regex.Matcher m = KIND.matcher(said.text());
    if (!m.find()) {
      return true;
    }
    String kind = field.glossary().find(name).map(Term::kind).orElse("");
    return Stream.of(name, definition).anyMatch(t -> t.contains(m.group()))
        || NoLeak.said(m.group().toLowerCase(java.util.Locale.ROOT), Text.words(kind));
  }

  private static Optional<Candidate> term(Subject subject) {
    Sentence sentence = subject.definition();
    Optional<String> stem = stem(sentence);
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(subject.name(), sentence.text()));
    List<Rival> alike =
        subject.rivals().stream().filter(r -> alike(subject.told(), r.name())).toList();
    Siblings.apart(subject.name(), alike.size() >= 2 ? alike : subject.rivals(), Rival::name)
        .stream()
        .limit(3)
        .map(r -> new Candidate.Option(r.name(), r.definition().map(Sentence::text).orElse("")))
        .forEach(options::add);
    return options.size() < subject.fewest()
        ? Optional.empty()
        : stem.map(s -> candidate(DEFINITION, subject, s, options));
  }

  /** Whether another name has the words in which a description tells its own, and gives no hint. */
  private static boolean alike(Set<String> told, String name) {
    return told.stream().allMatch(w -> NoLeak.said(w, Text.words(name)));
  }

  /** Whether a sentence is a mere list. */
  private static boolean listed(Sentence sentence) {
    String text = sentence.text();
    return text.chars().filter(c -> c == '・' || c == '/').count() >= 2
        || text.matches(".*[^てしりきみえれにでくばがはずち]、[^をがにはで]{1,12}$")
        || (sentence.form() == Sentence.Form.NOUN && ACTION.matcher(text).find());
  }

  /** Asks for the name of what a sentence describes. */
  static Optional<String> stem(Sentence sentence) {
    boolean quoted =
        sentence.text().length() > QUOTED
            || sentence.form() == Sentence.Form.PHRASE
            || sentence.form() == Sentence.Form.FRAGMENT
            || listed(sentence)
            || sentence.text().matches(".*の[一-龥]{2,}")
            || (sentence.form() == Sentence.Form.VERB && sentence.text().contains("、"))
            || sentence.topic()
            || !Text.japanese(sentence.text());
    return quoted ? Optional.of(quoted(sentence)) : sentence.asks();
  }

  private static String quoted(Sentence sentence) {
    return Text.japanese(sentence.text())
        ? "次の説明に当てはまるものはどれですか。「" + sentence.whole() + "」"
        : "Which of these is described as “" + sentence.text() + "”?";
  }

  private static Optional<Candidate> description(Subject subject) {
    Sentence own = subject.definition();
    List<Candidate.Option> options = new ArrayList<>();
    options.add(new Candidate.Option(own.whole(), subject.name() + "の説明"));
    for (Rival rival : subject.rivals()) {
      if (options.size() < 4
          && rival.definition().filter(d -> fits(subject, rival, d)).isPresent()) {
        options.add(new Candidate.Option(rival.definition().get().whole(), rival.name() + "の説明"));
      }
    }
    String stem = "「" + subject.name() + "」に当てはまるものはどれですか。";
    return options.size() < subject.fewest()
        ? Optional.empty()
        : Optional.of(candidate(DESCRIPTION, subject, stem, options));
  }

  /** Whether a sibling's definition can stand beside the subject's own as a wrong option. */
  private static boolean fits(Subject subject, Rival rival, Sentence definition) {
    return definition.form() == subject.definition().form()
        && !listed(definition)
        && definition.text().chars().filter(c -> c == '、').count() < 3
        && definition.text().length() >= 6
        && 3 * NoLeak.shared(subject.definition().text(), definition.text()).size()
            <= Text.words(definition.text()).size()
        && !subject.field().evidence().says(subject.name(), definition.text())
        && NoLeak.shared(rival.name(), definition.text()).isEmpty();
  }

  private static Optional<Candidate> judgement(Subject subject) {
    Sentence own = subject.definition();
    boolean loose =
        own.form() == Sentence.Form.PHRASE
            || own.text().endsWith("れる")
            || RELATIVE.matcher(own.text()).find()
            || listed(own)
            || related(subject)
            || subject.family().kind() == Family.Kind.HEADINGS
            || subject.told().size() * 2 > Text.words(subject.name()).size()
            || chain(subject.family());
    Optional<Rival> rival =
        subject.rivals().stream()
            .filter(r -> r.definition().isPresent() && !loose)
            .filter(r -> !r.name().contains(subject.name()) && !subject.name().contains(r.name()))
            .filter(r -> confused(subject, r) && believable(subject, r))
            .findFirst();
    if (rival.isEmpty()) {
      return Optional.empty();
    }
    List<Candidate.Option> options = Judgement.options(false, subject.name() + "：" + own.text());
    return own.saidOf(rival.get().name())
        .map(said -> candidate(TRUE_FALSE, subject, Judgement.stem(said), options));
  }

  /**
   * Whether a description names another member, as parts of one whole act on each other: what the
   * one does to it, the other does in another reading.
   */
  private static boolean related(Subject subject) {
    String said = Text.key(subject.definition().text());
    return subject.family().members().stream()
        .filter(m -> !m.equals(subject.member()))
        .flatMap(m -> m.label().names())
        .map(Text::key)
        .anyMatch(n -> n.length() > 1 && said.contains(n));
  }

  /** Whether what one member does holds of the next as well, as stages build on each other. */
  private static boolean chain(Family family) {
    return family.members().stream()
        .map(m -> defined(m).text())
        .anyMatch(t -> STAGE.matcher(t).find());
  }

  /**
   * Whether a false statement neither contradicts itself, as 提供AMIは他社が提供する does, nor names
   * something that may not exist, nor calls it a thing of another kind, nor speaks of another
   * matter than what the note says of the rival.
   */
  private static boolean believable(Subject subject, Rival rival) {
    String said = subject.definition().text();
    String other = rival.definition().map(Sentence::text).orElse("");
    Set<String> own = NoLeak.shared(rival.name(), said);
    own.removeAll(subject.told());
    return own.isEmpty()
        && (subject.definition().form() != Sentence.Form.NOUN || end(said).equals(end(other)))
        && alike(subject.told(), rival.name())
        && (!rival.name().matches(".* [A-Z][a-z]+")
            || subject.field().glossary().find(rival.name()).isPresent())
        && (Kin.likeness(subject.name(), rival.name()) >= 5
            || !NoLeak.shared(said, other).isEmpty());
  }

  /** The end of the noun that tells what kind of thing a description is of. */
  private static String end(String text) {
    return text.substring(Math.max(0, text.length() - 2));
  }

  /** Whether somebody could take one for the other: both known and of one kind, or named alike. */
  private static boolean confused(Subject subject, Rival rival) {
    Optional<Term> own = subject.field().term(subject.member().label());
    Optional<Term> other = subject.field().glossary().find(rival.name());
    boolean known = own.isPresent() && other.isPresent();
    return (known
            && own.get().kind().equals(other.get().kind())
            && (nearer(subject.field(), own, other.get(), subject.definition())
                || (WorthKnowing.weight(subject.definition().text()) >= 4
                    && !nearer(subject.field(), other, own.get(), subject.definition()))))
        || (!known
            && latin(subject.name()) == latin(rival.name())
            && (subject.reason().equals("named alike") || subject.reason().startsWith("under"))
            && subject.family().scope().stream()
                .anyMatch(l -> subject.field().term(l).isPresent()));
  }

  private static boolean latin(String name) {
    return name.matches("[A-Za-z].*");
  }

  private static Candidate candidate(
      Pattern pattern, Subject subject, String stem, List<Candidate.Option> options) {
    List<String> names =
        pattern == DEFINITION ? options.stream().map(Candidate.Option::text).toList() : List.of();
    Statement statement = subject.member().says().getFirst();
    return new Candidate(
        pattern,
        subject.family().kind() + " siblings, " + subject.reason(),
        "siblings in the note, then in the glossary",
        subject.name(),
        statement.section().path().stream().anyMatch(h -> h.matches(".*(?:違い|比較|使い分け).*"))
                && subject.field().term(subject.member().label()).isPresent()
            ? List.of()
            : subject.field().shown(subject.family().scope(), names),
        stem,
        subject.definition().text(),
        options,
        subject.name() + "：" + statement.text(),
        statement);
  }
}

package dev.terakoya.lookup;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.terakoya.glossary.Glossary;
import dev.terakoya.glossary.Term;
import dev.terakoya.notes.Block;
import dev.terakoya.notes.Line;
import dev.terakoya.notes.NotesFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking up in the notes that we ship. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LookupTest {
  private static final double CLASS_FLOOR = 0.75;
  private static final Glossary GLOSSARY = Glossary.bundled();

  private Lookup lookup;

  @BeforeAll
  void open(@TempDir Path index) {
    lookup = Lookup.open(new NotesFolder(Path.of("notes")), index, GLOSSARY);
  }

  @AfterAll
  void close() {
    lookup.close();
  }

  private static List<String[]> judged(String file) throws IOException {
    try (var in = requireNonNull(LookupTest.class.getResourceAsStream("/lookup/" + file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    }
  }

  @ParameterizedTest
  @CsvSource({"judged.tsv, 9, 0.9", "english.tsv, 2, 0.8"})
  void theFirstHitIsTheSectionThatAReaderWouldOpen(String file, int kinds, double floor)
      throws IOException {
    List<String[]> judged = judged(file);
    Map<String, List<String[]>> classes =
        judged.stream().collect(Collectors.groupingBy(look -> look[0], TreeMap::new, toList()));
    assertThat(classes)
        .hasSize(kinds)
        .allSatisfy((name, looks) -> assertThat(looks).hasSizeGreaterThan(4));
    List<String> all = new ArrayList<>();
    classes.forEach((name, looks) -> {
      List<String> missed = looks.stream().filter(look -> !isFirst(look)).map(l -> l[1]).toList();
      all.addAll(missed);
      assertThat(1 - (double) missed.size() / looks.size())
          .as("share of %s answered first; missed: %s", name, missed)
          .isGreaterThanOrEqualTo(CLASS_FLOOR);
    });
    assertThat(1 - (double) all.size() / judged.size())
        .as("share answered first; missed: %s", all)
        .isGreaterThanOrEqualTo(floor);
  }

  private boolean isFirst(String[] look) {
    return lookup.find(look[1], 1) instanceof Found.Hits hits
        && hits.hits().getFirst().section().source().file().equals(look[2])
        && hits.hits().getFirst().section().heading().equals(look[3]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wakizashi",
        "東京の天気",
        "qwrtzp",
        "React Native",
        "今日の晩ごはん",
        "Oracle RAC",
        "xyzzy 123456",
        "Cloud Run",
        "リング"
      })
  void whatTheNotesDoNotHaveIsNotFound(String query) {
    assertThat(lookup.find(query, 5)).isInstanceOf(Found.Nothing.class);
  }

  @Test
  void anIndexOfBeforeAnswersAndTakesUpWhatChangedSince(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Glossary none = Glossary.of(List.of());
    Files.writeString(notes.resolve("a.md"), "# 桟橋\n\n船が着く。\n");
    try (Lookup before = Lookup.open(new NotesFolder(notes), index, none)) {
      assertThat(before.sections()).isEqualTo(1);
    }
    Duration never = Duration.ofDays(1);
    Runnable change = () -> write(notes.resolve("b.md"), "# 灯台\n\n岬に立つ。\n");
    try (Lookup again = Lookup.openWithin(never, new NotesFolder(notes), index, none, change)) {
      assertThat(again.find("桟橋", 1)).isInstanceOf(Found.Hits.class);
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            while (again.sections() < 2) {
              Thread.onSpinWait();
            }
          });
      assertThat(again.find("灯台", 1)).isInstanceOf(Found.Hits.class);
    }
  }

  @Test
  void anEmptyIndexReadsTheNotesAfterWhatGoesBefore(@TempDir Path notes, @TempDir Path index) {
    Runnable change = () -> write(notes.resolve("b.md"), "# 灯台\n\n岬に立つ。\n");
    try (Lookup anew =
        Lookup.openWithin(
            Duration.ofSeconds(20),
            new NotesFolder(notes),
            index,
            Glossary.of(List.of()),
            change)) {
      assertThat(anew.sections()).isEqualTo(1);
    }
  }

  private static void write(Path note, String text) {
    try {
      Files.writeString(note, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatIsNearIsSuggestedAsTheNotesWriteIt(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(notes.resolve("a.md"), "# 潜在 顕在 分析\n\n氷山の絵で考える。\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, Glossary.of(List.of()))) {
      assertThat(own.find("氷河期の話", 1).didYouMean()).isEqualTo(List.of());
      assertThat(own.find("潜在顕罪分析", 1))
          .isInstanceOfSatisfying(
              Found.Nothing.class, n -> assertThat(n.didYouMean()).containsExactly("潜在 顕在 分析"));
    }
  }

  @Test
  void aTableThatHasBothSidesIsCutDownToThem(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(
        notes.resolve("a.md"),
        """
        # 茶
        煎茶と抹茶と番茶がある。
        # 煎茶
        湯で淹れる。
        # 茶の一覧
        | 茶 | 産地 | 淹れ方 |
        | --- | --- | --- |
        | 煎茶 | 静岡 | 湯 |
        | 番茶 | 京都 | 煮出す |
        | 抹茶 | 宇治 | 点てる |
        """);
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, tea("煎茶", "抹茶", "番茶"))) {
      assertThat(own.find("煎茶 抹茶 違い", 5))
          .isInstanceOfSatisfying(
              Found.Hits.class,
              hits -> {
                assertThat(hits.hits().getFirst().section().heading()).isEqualTo("茶の一覧");
                Block.Table table = requireNonNull(requireNonNull(hits.comparison()).table());
                assertThat(texts(table.header())).containsExactly("茶", "煎茶", "抹茶");
                assertThat(table.rows().stream().map(LookupTest::texts))
                    .containsExactly(List.of("産地", "静岡", "宇治"), List.of("淹れ方", "湯", "点てる"));
              });
      assertThat(own.find("抹茶", 5))
          .isInstanceOfSatisfying(Found.Hits.class, hits -> assertThat(hits.comparison()).isNull());
    }
  }

  @Test
  void whereNoTableComparesTheOtherSideHasASectionOfItsOwn(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(notes.resolve("a.md"), "# 抹茶\n臼で挽き、点てて飲む。\n# 煎茶\n湯で淹れる。\n# 番茶\n煮出す。\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, tea("煎茶", "抹茶", "番茶"))) {
      assertThat(own.find("抹茶と番茶の違い", 5))
          .isInstanceOfSatisfying(
              Found.Hits.class,
              hits -> {
                Hit other = requireNonNull(requireNonNull(hits.comparison()).other());
                assertThat(
                        List.of(
                            hits.hits().getFirst().section().heading(), other.section().heading()))
                    .containsExactlyInAnyOrder("抹茶", "番茶");
              });
    }
  }

  private static Glossary tea(String... names) {
    return Glossary.of(
        Stream.of(names)
            .map(name -> new Term(name, List.of(name), "tea", "", List.of(), "", List.of()))
            .toList());
  }

  private static List<String> texts(List<Line> cells) {
    return cells.stream().map(Line::text).toList();
  }

  static Stream<String> strangeQueries() {
    return Stream.of(
        "",
        " ",
        "*:*",
        "(a+)+$",
        "AND OR NOT \"",
        "\"",
        "\\",
        "[1 TO 2]",
        "a~99",
        "?*",
        "\u200b\u202eNLB",
        "😀😀😀",
        "\ud83d",
        "ﾎｽﾄｿﾞｰﾝ",
        "<!channel>",
        "-\u0000-",
        "が".repeat(5_000),
        "a ".repeat(5_000));
  }

  @ParameterizedTest
  @MethodSource("strangeQueries")
  void aQueryIsTextAndNeverSyntax(String query) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertThat(lookup.find(query, 5).query()).isEqualTo(query));
  }

  @Test
  void invisibleCharactersChangeNothing() {
    Found plain = lookup.find("NLB", 1);
    Found marked = lookup.find("\u200bN\u200bL\u202eB", 1);
    assertThat(((Found.Hits) marked).hits().getFirst().section())
        .isEqualTo(((Found.Hits) plain).hits().getFirst().section());
  }

  @Test
  void aPartThatAnswersIsInFocusAndItsWordsAreMarked() {
    Hit hit = ((Found.Hits) lookup.find("NLB ターゲット ALB", 1)).hits().getFirst();
    assertThat(hit.marks()).isNotEmpty();
    for (Hit.Mark mark : hit.marks()) {
      assertThat(mark.to()).isBetween(mark.from() + 1, hit.snippet().length());
    }
    if (hit.focus() != null) {
      assertThat(hit.focus().from())
          .isBetween(hit.section().source().from(), hit.section().source().to());
    }
  }

  @Test
  void changedNotesAreFoundAndRemovedOnesAreNot(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Path file = notes.resolve("a.md");
    Files.writeString(file, "# 磯野家\n\nカツオは長男である。\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, GLOSSARY)) {
      assertThat(own.find("カツオ", 1)).isInstanceOf(Found.Hits.class);
      Files.writeString(file, "# 磯野家\n\nワカメは次女である。\n");
      own.refresh();
      assertThat(own.find("カツオ", 1)).isInstanceOf(Found.Nothing.class);
      assertThat(own.find("ワカメ", 1)).isInstanceOf(Found.Hits.class);
    }
  }

  @Test
  void aSecondProcessReadsWhatTheFirstKeeps(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(notes.resolve("a.md"), "# 磯野家\n\nカツオは長男である。\n");
    NotesFolder folder = new NotesFolder(notes);
    try (Lookup first = Lookup.open(folder, index, GLOSSARY);
        Lookup second = Lookup.open(folder, index, GLOSSARY)) {
      assertThat(first.sections()).isEqualTo(1);
      assertThat(second.find("カツオ", 1)).isInstanceOf(Found.Hits.class);
    }
  }

  @Test
  void aDamagedIndexIsBuiltAnew(@TempDir Path notes, @TempDir Path index) throws IOException {
    Files.writeString(notes.resolve("a.md"), "# 磯野家\n\nカツオは長男である。\n");
    NotesFolder folder = new NotesFolder(notes);
    Lookup.open(folder, index, GLOSSARY).close();
    try (var files = Files.list(index)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (Lookup healed = Lookup.open(folder, index, GLOSSARY)) {
      assertThat(healed.find("カツオ", 1)).isInstanceOf(Found.Hits.class);
    }
  }

  @Test
  void aNoteIsFoundByTheTitleOfItsFrontMatter(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(
        notes.resolve("a.md"), "---\ntitle: \"氷山の観察\" # 題\n---\n\n## 手順\n\n望遠鏡を据える。\n");
    Files.writeString(notes.resolve("b.md"), "## 手順\n\n望遠鏡を洗う。\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, Glossary.of(List.of()))) {
      assertThat(own.find("氷山の手順", 1))
          .isInstanceOfSatisfying(
              Found.Hits.class,
              found -> assertThat(found.hits().getFirst().section().line(7)).isEqualTo("望遠鏡を据える。"));
    }
  }

  @Test
  void nearDuplicatesAreShownOnce(@TempDir Path notes, @TempDir Path index) throws IOException {
    String text = "# 風呂敷\n\n一枚の布で、物を包んで運ぶ。結び方は五つあり、真結びから習う。江戸の湯屋で衣類をくるんだのが名の由来と言われる。\n";
    Files.writeString(notes.resolve("a.md"), text);
    Files.writeString(notes.resolve("b.md"), text.replace("習う", "学ぶ"));
    Files.writeString(notes.resolve("c.md"), "# 風呂敷\n\n唐草模様が有名である。\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, Glossary.of(List.of()))) {
      assertThat(((Found.Hits) own.find("風呂敷", 5)).hits()).hasSize(2);
    }
  }

  @Test
  void aNeedWithoutANameFindsWhatIsForIt(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(notes.resolve("a.md"), "# 風呂敷\n\n一枚の布。\n\n# 箱\n\n木で作る。\n");
    Path own =
        Files.writeString(
            notes.resolve("own.yaml"),
            """
            terms:
              - kind: wrapping
                terms:
                  furoshiki: [風呂敷]
                  box: [木箱]
            purposes:
              furoshiki: [お土産を包んで手に提げる, wrap a present]
              box: [湯呑みをしまう]
            """);
    Glossary glossary = Glossary.read(List.of(own)).glossary();
    try (Lookup wrapping = Lookup.open(new NotesFolder(notes), index, glossary)) {
      assertThat(
              ((Found.Hits) wrapping.find("お土産を提げて帰りたい", 1)).hits().getFirst().section().heading())
          .isEqualTo("風呂敷");
      assertThat(wrapping.find("湯加減を見たい", 1)).isInstanceOf(Found.Nothing.class);
    }
  }

  @Test
  void aQuestionForANumberFindsTheLineThatSaysOne(@TempDir Path notes, @TempDir Path index)
      throws IOException {
    Files.writeString(
        notes.resolve("a.md"), "# そろばん\n\n- 授業は週に二度ある\n- 授業の前に手を洗う\n- 授業は1回45分\n- 月謝は授業の日に払う\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, Glossary.of(List.of()))) {
      Hit hit = ((Found.Hits) own.find("授業は何分？", 1)).hits().getFirst();
      assertThat(hit.focus()).isEqualTo(new Focus(5, 5));
    }
  }

  @Test
  void otherNotesNeedNoGlossary(@TempDir Path notes, @TempDir Path index) throws IOException {
    Files.writeString(
        notes.resolve("k8s.md"), "# Pod\n\nPod は、コンテナをまとめる最小の単位。\n\n# Service\n\nPod の前に置く入り口。\n");
    try (Lookup own = Lookup.open(new NotesFolder(notes), index, Glossary.of(List.of()))) {
      Hit hit = ((Found.Hits) own.find("pod とは", 1)).hits().getFirst();
      assertThat(hit.section().heading()).isEqualTo("Pod");
      assertThat(own.find("Ingress", 1)).isInstanceOf(Found.Nothing.class);
    }
  }
}

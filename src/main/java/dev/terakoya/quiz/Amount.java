package dev.terakoya.quiz;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A number with its unit as it stands in a sentence.
 *
 * @param value the number
 * @param unit as written, such as {@code 秒} or {@code KB}
 * @param from first character in the sentence, counted from 0
 * @param to the character after the last
 */
record Amount(BigDecimal value, String unit, int from, int to) {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![A-Za-z0-9.,:/_-])(\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?)"
              + " ?(秒間(?!隔)|秒|分間(?!隔)|分|時間|日間|日|週間|か月|ヶ月|カ月|年間|年|ミリ秒|マイクロ秒|KiB|MiB|GiB|TiB|PiB|KB|MB|GB|TB|PB|Kbps|Mbps|Gbps|バイト|文字|ビット|bit|IOPS|%|つ|個|件|回|台|本|枚|種類|箇所|か所|ヶ所|ノード|インスタンス|リージョン|レコード|ポート|層|倍|リクエスト|RCU|WCU|証明書|段階|VPC|AZ|アカウント|シャード|コピー)(?![A-Za-z])");
  private static final Map<String, String> LADDERS =
      Text.resource("ladders.txt").stream()
          .map(l -> l.split("\t", -1))
          .collect(Collectors.toMap(l -> l[0], l -> l[1]));

  /** The amounts of a sentence from left to right. */
  static List<Amount> in(String sentence) {
    List<Amount> amounts = new ArrayList<>();
    Matcher m = AMOUNT.matcher(sentence);
    while (m.find()) {
      amounts.add(
          new Amount(new BigDecimal(m.group(1).replace(",", "")), m.group(2), m.start(), m.end()));
    }
    return amounts;
  }

  /** Whether it is but one thing, as people say where another language has an article. */
  boolean single() {
    return value.compareTo(BigDecimal.ONE) == 0 && unit.matches("つ|個|台|回|本|件|倍|インスタンス|VPC|AZ");
  }

  /** As people read it. */
  String text(BigDecimal value) {
    String number =
        value.compareTo(BigDecimal.valueOf(1000)) >= 0
            ? String.format(java.util.Locale.ROOT, "%,d", value.toBigInteger())
            : value.stripTrailingZeros().toPlainString();
    return number + unit;
  }

  /** An option: how large it is in the unit of the amount, and as people read it. */
  private record Step(BigDecimal size, String text) {}

  /**
   * This amount and three believable others in rising order; which place it takes depends on the
   * seed. Nothing when no others can be believed.
   *
   * @param taken what must not be offered
   * @param real amounts of the unit that stand in the notes, better than others that are usual
   */
  Optional<List<String>> among(
      Collection<BigDecimal> taken, Collection<BigDecimal> real, String seed) {
    List<BigDecimal> known = steps().filter(s -> real.contains(s) && !far(s, 4)).toList();
    List<Step> ladder =
        Stream.concat(
                steps()
                    .filter(v -> !far(v, 12))
                    .filter(v -> !(unit.equals("つ") && v.compareTo(BigDecimal.TEN) >= 0))
                    .filter(v -> taken.stream().noneMatch(t -> t.compareTo(v) == 0))
                    .map(v -> new Step(v, text(v))),
                finer())
            .filter(s -> s.size().compareTo(value) != 0)
            .sorted(Comparator.comparing(Step::size))
            .toList();
    List<Step> below =
        ladder.stream().filter(s -> s.size().compareTo(value) < 0).toList().reversed();
    List<Step> above = ladder.stream().filter(s -> s.size().compareTo(value) > 0).toList();
    int rank = Chance.pick(4, seed, value.toPlainString());
    int under = Math.min(below.size(), Math.max(rank, 3 - above.size()));
    if ((unit.equals("つ") && value.compareTo(BigDecimal.TEN) >= 0)
        || (value.scale() > 0 && value.stripTrailingZeros().scale() > 0)
        || below.size() + above.size() < 3
        || sure()) {
      return Optional.empty();
    }
    List<Step> chosen = new ArrayList<>(spread(below, known, under));
    chosen.addAll(spread(above, known, 3 - under));
    chosen.add(new Step(value, text(value)));
    return Optional.of(
        chosen.stream().sorted(Comparator.comparing(Step::size)).map(Step::text).toList());
  }

  /** Whether it is a share of nearly all, beside which no round share can be believed. */
  private boolean sure() {
    return unit.equals("%") && value.compareTo(BigDecimal.valueOf(99)) >= 0;
  }

  /** Whether another amount is so many times larger or smaller. */
  private boolean far(BigDecimal other, int times) {
    BigDecimal factor = BigDecimal.valueOf(times);
    return other.compareTo(value.multiply(factor)) > 0
        || other.multiply(factor).compareTo(value) < 0;
  }

  /** Whether a number is as round as limits are: two digits, or a power of two. */
  private static boolean round(BigDecimal number) {
    return number.stripTrailingZeros().precision() <= 2
        || (number.scale() <= 0 && Long.bitCount(number.longValue()) == 1);
  }

  /** Some of a list, the known ones first, then every second one where there are enough. */
  private List<Step> spread(List<Step> list, List<BigDecimal> known, int count) {
    List<Step> some = new ArrayList<>();
    list.stream().filter(s -> known.contains(s.size())).limit(count).forEach(some::add);
    boolean few = value.compareTo(BigDecimal.TEN) <= 0 && family().equals("*");
    int step = list.size() >= 2 * count && !few ? 2 : 1;
    for (int n = step - 1; n < list.size() && some.size() < count; n += step) {
      if (!some.contains(list.get(n))) {
        some.add(list.get(n));
      }
    }
    for (int n = 0; n < list.size() && some.size() < count; n++) {
      if (!some.contains(list.get(n))) {
        some.add(list.get(n));
      }
    }
    return some;
  }

  /** Usual amounts of the unit; beside a count that is not round, its neighbours. */
  private Stream<BigDecimal> steps() {
    boolean odd =
        family().equals("*")
            && value.compareTo(BigDecimal.valueOf(20)) > 0
            && value.scale() <= 0
            && value.longValue() % 5 != 0
            && !round(value);
    return odd
        ? IntStream.rangeClosed(-6, 6).mapToObj(n -> value.add(BigDecimal.valueOf(n)))
        : Stream.of(LADDERS.getOrDefault(family(), "").split(" ", -1)).map(BigDecimal::new);
  }

  /** How large it is in the smallest unit that units of its kind are made of. */
  BigDecimal size() {
    String[] finer = LADDERS.getOrDefault("<" + unit, "").split(" ", -1);
    return finer.length < 3
        ? value
        : new Amount(value.multiply(new BigDecimal(finer[1])), finer[0], from, to).size();
  }

  /** Usual amounts of the next smaller unit, below which a small amount has none of its own. */
  private Stream<Step> finer() {
    String[] steps = LADDERS.getOrDefault("<" + unit, "").split(" ", -1);
    if (steps.length < 3 || value.compareTo(BigDecimal.valueOf(3)) > 0) {
      return Stream.empty();
    }
    BigDecimal whole = new BigDecimal(steps[1]);
    return Stream.of(steps)
        .skip(2)
        .map(s -> new Step(new BigDecimal(s).divide(whole, 6, RoundingMode.HALF_UP), s + steps[0]));
  }

  private String family() {
    return unit.matches("ビット|bit")
        ? "bit"
        : Stream.of("秒", "分", "時間", "日", "年", "月", "%", "bps", "B")
            .filter(f -> unit.startsWith(f) || unit.endsWith(f))
            .findFirst()
            .orElse("*");
  }
}

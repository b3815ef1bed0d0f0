package dev.terakoya.quiz;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /**
   * This amount and three believable others in rising order; which place it takes depends on the
   * seed. Nothing when no others can be believed.
   */
  Optional<List<String>> among(List<BigDecimal> taken, String seed) {
    List<BigDecimal> ladder = new ArrayList<>();
    for (String step : ladder().split(" ", -1)) {
      BigDecimal other = new BigDecimal(step);
      boolean far =
          other.compareTo(value.multiply(BigDecimal.valueOf(12))) > 0
              || other.multiply(BigDecimal.valueOf(12)).compareTo(value) < 0;
      if (other.compareTo(value) != 0
          && !far
          && !(unit.equals("つ") && other.compareTo(BigDecimal.TEN) >= 0)
          && taken.stream().noneMatch(t -> t.compareTo(other) == 0)) {
        ladder.add(other);
      }
    }
    List<BigDecimal> below =
        new ArrayList<>(
            ladder.stream()
                .filter(v -> v.compareTo(value) < 0)
                .sorted(Comparator.reverseOrder())
                .toList());
    List<BigDecimal> above =
        new ArrayList<>(ladder.stream().filter(v -> v.compareTo(value) > 0).toList());
    int rank = Chance.pick(4, seed, value.toPlainString());
    int under = Math.min(below.size(), Math.max(rank, 3 - above.size()));
    if ((unit.equals("つ") && value.compareTo(BigDecimal.TEN) >= 0)
        || (value.scale() > 0 && value.stripTrailingZeros().scale() > 0)
        || below.size() + above.size() < 3) {
      return Optional.empty();
    }
    List<BigDecimal> chosen = new ArrayList<>(spread(below, under));
    chosen.addAll(spread(above, 3 - under));
    chosen.add(value);
    return Optional.of(chosen.stream().sorted().map(this::text).toList());
  }

  /** Some of a list, every second one where there are enough. */
  private static List<BigDecimal> spread(List<BigDecimal> list, int count) {
    int step = list.size() >= 2 * count ? 2 : 1;
    List<BigDecimal> some = new ArrayList<>();
    for (int n = step - 1; n < list.size() && some.size() < count; n += step) {
      some.add(list.get(n));
    }
    return some;
  }

  private String ladder() {
    String family =
        unit.matches("ビット|bit")
            ? "bit"
            : Stream.of("秒", "分", "時間", "日", "年", "月", "%", "bps", "B")
                .filter(f -> unit.startsWith(f) || unit.endsWith(f))
                .findFirst()
                .orElse("*");
    return LADDERS.getOrDefault(family, "");
  }
}

package dev.terakoya.lookup;

import dev.terakoya.glossary.Remembered;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the scripts of Japanese IT texts have in common: spelling variants of katakana, romaji, and
 * sound.
 */
final class Kana {
  private static final Map<String, String> ROMAJI = romaji();
  private static final String E_ROW = "エケセテネヘメレゲゼデベペェ";

  /** How English spells its consonants, in the order in which they are read. */
  private static final List<Map.Entry<Pattern, String>> SPELLINGS =
      Stream.of(
              "tion|sion=shon",
              "ch|tch=C",
              "sh=s",
              "ph=f",
              "th=s",
              "ck=k",
              "qu=k",
              "c(?=[eiy])=s",
              "g(?=e$)|dge=j",
              "gh=",
              "r(?![aeiouy])=",
              "x=ks",
              "mb$=m")
          .map(rule -> rule.split("=(?=[a-zC]*$)", 2))
          .map(rule -> Map.entry(Pattern.compile(rule[0]), rule[1]))
          .toList();

  private static final Remembered<String> HEARD = new Remembered<>(Kana::heard);

  private Kana() {}

  static boolean isKatakana(int c) {
    return c >= 'ァ' && c <= 'ヿ';
  }

  /**
   * Spelling variants of a katakana word made one: no long vowels (サーバー = サーバ), エイ as エー (インターフェイス
   * = インターフェース), ヴ as ブ.
   */
  static String plain(String katakana) {
    StringBuilder plain = new StringBuilder(katakana.length());
    for (int i = 0; i < katakana.length(); i++) {
      char c = katakana.charAt(i);
      boolean longVowel =
          c == 'ー' || (c == 'イ' && i > 0 && E_ROW.indexOf(katakana.charAt(i - 1)) >= 0);
      if (!longVowel) {
        plain.append(c == 'ヴ' ? 'ブ' : c == 'ヂ' ? 'ジ' : c == 'ヅ' ? 'ズ' : c);
      }
    }
    return plain.isEmpty() ? katakana : plain.toString();
  }

  /**
   * The katakana that a word in romaji spells (Hepburn or Kunrei), long vowels dropped; empty if it
   * spells none.
   */
  static String fromRomaji(String romaji) {
    StringBuilder kana = new StringBuilder();
    for (int i = 0; i < romaji.length(); ) {
      int length = Math.min(4, romaji.length() - i);
      while (length > 0 && !ROMAJI.containsKey(romaji.substring(i, i + length))) {
        length--;
      }
      char c = romaji.charAt(i);
      boolean doubled =
          i + 1 < romaji.length() && c == romaji.charAt(i + 1) && "aiueon".indexOf(c) < 0;
      if (doubled) {
        kana.append('ッ');
        i++;
      } else if (length > 0) {
        kana.append(ROMAJI.get(romaji.substring(i, i + length)));
        i += length;
      } else if (c == 'n' || c == 'm') {
        kana.append('ン');
        i++;
      } else {
        return "";
      }
    }
    return plain(kana.toString());
  }

  /**
   * The consonants one hears, the same for an English word and its katakana: endpoint and エンドポイント
   * are both {@code ntpnt}. Voiced and unvoiced stops are kept apart, l is r, v is b, an r that
   * Japanese does not hear is dropped.
   */
  static String sound(String word) {
    return HEARD.of(word);
  }

  private static String heard(String word) {
    return word.isEmpty() || word.charAt(0) < 128 ? latinSound(word) : katakanaSound(word);
  }

  private static String katakanaSound(String word) {
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < word.length(); i++) {
      append(sound, consonant(word.charAt(i), i + 1 < word.length() ? word.charAt(i + 1) : ' '));
    }
    return sound.toString();
  }

  private static char consonant(char kana, char next) {
    if (kana == 'フ' && "ァィェォ".indexOf(next) >= 0) {
      return 'f';
    }
    String[] rows = {
      "カキクケコk", "ガギグゲゴg", "サシスセソs", "ザジズゼゾz", "タテトt", "チc", "ツt", "ダデドd", "ナニヌネノンn", "ハヒヘホh", "フf",
      "バビブベボb", "パピプペポp", "マミムメモm", "ラリルレロr"
    };
    for (String row : rows) {
      if (row.indexOf(kana) >= 0) {
        return row.charAt(row.length() - 1);
      }
    }
    return ' ';
  }

  private static String latinSound(String word) {
    String heard = word;
    for (Map.Entry<Pattern, String> spelling : SPELLINGS) {
      heard = spelling.getKey().matcher(heard).replaceAll(spelling.getValue());
    }
    StringBuilder sound = new StringBuilder();
    for (int i = 0; i < heard.length(); i++) {
      char c = heard.charAt(i);
      append(
          sound,
          switch (c) {
            case 'C' -> 'c';
            case 'c', 'q' -> 'k';
            case 'l' -> 'r';
            case 'v' -> 'b';
            case 'j' -> 'z';
            case 'm' -> 'm';
            case 'b', 'd', 'f', 'g', 'h', 'k', 'n', 'p', 'r', 's', 't', 'z' -> c;
            default -> ' ';
          });
    }
    return sound.toString();
  }

  private static void append(StringBuilder sound, char c) {
    if (c != ' ' && (sound.isEmpty() || sound.charAt(sound.length() - 1) != c)) {
      sound.append(c);
    }
  }

  private static Map<String, String> romaji() {
    Map<String, String> table = new java.util.HashMap<>();
    String[] vowels = {"a", "i", "u", "e", "o"};
    String[][] rows = {
      {"", "アイウエオ"}, {"k", "カキクケコ"}, {"s", "サシスセソ"}, {"t", "タチツテト"}, {"n", "ナニヌネノ"},
      {"h", "ハヒフヘホ"}, {"m", "マミムメモ"}, {"r", "ラリルレロ"}, {"l", "ラリルレロ"}, {"g", "ガギグゲゴ"},
      {"z", "ザジズゼゾ"}, {"d", "ダヂヅデド"}, {"b", "バビブベボ"}, {"p", "パピプペポ"}, {"v", "バビブベボ"},
      {"c", "カシクセコ"}
    };
    for (String[] row : rows) {
      for (int v = 0; v < 5; v++) {
        table.put(row[0] + vowels[v], row[1].substring(v, v + 1));
      }
    }
    String[][] glides = {
      {"ky", "キ"},
      {"sh", "シ"},
      {"sy", "シ"},
      {"ch", "チ"},
      {"ty", "チ"},
      {"ny", "ニ"},
      {"hy", "ヒ"},
      {"my", "ミ"},
      {"ry", "リ"},
      {"gy", "ギ"},
      {"j", "ジ"},
      {"jy", "ジ"},
      {"zy", "ジ"},
      {"by", "ビ"},
      {"py", "ピ"}
    };
    for (String[] glide : glides) {
      table.put(glide[0] + "a", glide[1] + "ャ");
      table.put(glide[0] + "u", glide[1] + "ュ");
      table.put(glide[0] + "o", glide[1] + "ョ");
      table.put(glide[0] + "e", glide[1] + "ェ");
      table.put(glide[0] + "i", glide[1]);
    }
    String[][] others = {
      {"shi", "シ"},
      {"chi", "チ"},
      {"tsu", "ツ"},
      {"fu", "フ"},
      {"fa", "ファ"},
      {"fi", "フィ"},
      {"fe", "フェ"},
      {"fo", "フォ"},
      {"ya", "ヤ"},
      {"yu", "ユ"},
      {"yo", "ヨ"},
      {"wa", "ワ"},
      {"wi", "ウィ"},
      {"we", "ウェ"},
      {"wo", "ヲ"},
      {"ti", "ティ"},
      {"di", "ディ"},
      {"-", ""},
      {"nn", "ン"},
      {"n'", "ン"}
    };
    for (String[] other : others) {
      table.put(other[0], other[1]);
    }
    return Map.copyOf(table);
  }
}

package dev.terakoya.glossary;

import java.util.List;

/**
 * A statement that notes still make although it no longer holds, or never did.
 *
 * @param says how notes say it: each group needs at least one of its phrases in the statement
 * @param unless phrases that show the statement already knows better
 * @param until year and month from which it no longer holds, such as {@code 2023-08}, or the year
 *     alone where the month is not known; empty if it never held
 * @param now what holds instead, one Japanese sentence
 * @param url the page of the documentation it rests on
 */
public record DatedFact(
    List<List<String>> says, List<String> unless, String until, String now, String url) {
  public DatedFact {
    says = says.stream().map(List::copyOf).toList();
    unless = List.copyOf(unless);
  }
}

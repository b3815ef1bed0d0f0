package dev.terakoya.notes;

/**
 * A line that says what something is: {@code 名前:説明}, {@code X とは…}, {@code **X**: …}, or a row of
 * two cells.
 *
 * @param term the name, without markup
 * @param description what the line says of it, without markup
 * @param line the line in the file, counted from 1
 */
public record Definition(String term, String description, int line) {}

package dev.terakoya.glossary;

/**
 * A term found in a text.
 *
 * @param term what is meant
 * @param from first character of the text, counted from 0
 * @param to the character after the last
 */
public record Mention(Term term, int from, int to) {}

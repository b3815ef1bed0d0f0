package dev.terakoya.lookup;

/**
 * The run of lines inside a section that answers.
 *
 * @param from first line in the file, counted from 1
 * @param to last line, included
 */
public record Focus(int from, int to) {}

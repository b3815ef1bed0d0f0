package dev.terakoya.notes;

/**
 * Names a section by what it says: a pure function of its path and its lines, so that the same
 * notes have the same ids on every machine.
 *
 * @param value 16 hexadecimal digits
 */
public record SectionId(String value) {}

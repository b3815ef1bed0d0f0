/**
 * Reads a folder of messy study notes into {@linkplain dev.terakoya.notes.Section sections}.
 *
 * <p>{@link dev.terakoya.notes.NotesFolder} finds the files, decodes them and hands out one {@link
 * dev.terakoya.notes.Note} at a time, so that memory stays flat however large the folder is. A note
 * is cut into sections by its headings, whatever its dialect writes them with; a section keeps the
 * very lines it was cut from, and {@link dev.terakoya.notes.Section#blocks()} reads those into
 * paragraphs, lists, tables, code and cards when somebody asks. What is wrong with a file is a
 * {@link dev.terakoya.notes.Problem}, never an exception.
 */
@NullMarked
package dev.terakoya.notes;

import org.jspecify.annotations.NullMarked;

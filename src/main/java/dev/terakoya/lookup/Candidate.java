package dev.terakoya.lookup;

import dev.terakoya.notes.Section;

/** A section of the index, as it is shown and as it is weighed. */
record Candidate(int document, Section section, Passage passage) {}

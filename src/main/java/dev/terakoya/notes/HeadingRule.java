package dev.terakoya.notes;

import org.jspecify.annotations.Nullable;

/** One way in which people write headings, bound to a page whose habits it has looked at. */
@FunctionalInterface
interface HeadingRule {
  /** The heading that begins on a line (from 0), or null. */
  @Nullable Heading at(int line);
}

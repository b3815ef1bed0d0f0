/** What is wrong with the notes. */
@NullMarked
package dev.terakoya.lint;

import org.jspecify.annotations.NullMarked;

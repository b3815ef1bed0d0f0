/** Checks of what is remembered and posted. */
@NullMarked
package dev.terakoya.fsrs;

import org.jspecify.annotations.NullMarked;

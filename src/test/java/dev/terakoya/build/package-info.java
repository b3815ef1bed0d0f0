/** Checks of the house itself: its format and its arrows. */
@NullMarked
package dev.terakoya.build;

import org.jspecify.annotations.NullMarked;

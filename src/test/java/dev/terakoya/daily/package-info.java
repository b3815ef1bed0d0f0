/** Checks of what is remembered and posted. */
@NullMarked
package dev.terakoya.daily;

import org.jspecify.annotations.NullMarked;

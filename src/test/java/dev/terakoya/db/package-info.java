/** Checks of what is remembered and posted. */
@NullMarked
package dev.terakoya.db;

import org.jspecify.annotations.NullMarked;

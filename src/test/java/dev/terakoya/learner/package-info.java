/** Checks of what is remembered and posted. */
@NullMarked
package dev.terakoya.learner;

import org.jspecify.annotations.NullMarked;

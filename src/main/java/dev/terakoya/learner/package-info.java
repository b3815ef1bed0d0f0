/** What each person answered, remembers and is about to forget. */
@NullMarked
package dev.terakoya.learner;

import org.jspecify.annotations.NullMarked;

/**
 * Makes questions from sections, without a language model: a {@link dev.terakoya.quiz.Pattern}
 * finds a fact and words it, gates throw out what a colleague would not post. Start at {@link
 * dev.terakoya.quiz.Quiz}.
 */
@NullMarked
package dev.terakoya.quiz;

import org.jspecify.annotations.NullMarked;

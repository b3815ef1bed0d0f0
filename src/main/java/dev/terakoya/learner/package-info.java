/**
 * What each person answered, remembers and is about to forget. A press goes to {@link
 * dev.terakoya.learner.AnswerBook}, which stores it before it says anything; {@link
 * dev.terakoya.learner.Round} picks what one person is asked next; {@link
 * dev.terakoya.learner.Standings} says how a person, and a team without names, is doing. Memories
 * are what the log of answers adds up to, never more: {@link dev.terakoya.fsrs.Memory} takes
 * presses at their word, {@link dev.terakoya.learner.Belief} reckons with luck. {@link
 * dev.terakoya.learner.Continuity} keeps progress when notes are edited.
 */
@NullMarked
package dev.terakoya.learner;

import org.jspecify.annotations.NullMarked;

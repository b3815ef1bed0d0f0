/**
 * The terms of the field as data: names in every script, kinds, families of siblings that get
 * confused, what replaced what, and facts that were true until a date. Look-up, questions and lint
 * share one {@link dev.terakoya.glossary.Glossary}; a team adds its own file beside its notes.
 */
@NullMarked
package dev.terakoya.glossary;

import org.jspecify.annotations.NullMarked;

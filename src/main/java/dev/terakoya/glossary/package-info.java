/**
 * The terms of the field as data: names in every script, kinds, families of siblings that get
 * confused, what replaced what, and facts that were true until a date. Look-up, questions and lint
 * share one {@link dev.terakoya.glossary.Glossary}; a team adds its own file beside its notes.
 *
 * <p>The data are YAML files, one a domain; {@code usage.yaml} explains their format. A {@link
 * dev.terakoya.glossary.GlossaryFile} is one of them as written, the {@link
 * dev.terakoya.glossary.Assembly} puts them together and refuses what contradicts. Names are
 * compared by their {@link dev.terakoya.glossary.Spelling}, found in texts by {@link
 * dev.terakoya.glossary.Names}, and dated facts become an {@link dev.terakoya.glossary.Accusation}
 * when a statement says what no longer holds. General words are not terms: those that mean the same
 * are in the {@link dev.terakoya.glossary.Wordbook}.
 */
@NullMarked
package dev.terakoya.glossary;

import org.jspecify.annotations.NullMarked;

/**
 * How memory fades and grows: FSRS-6 as pure arithmetic, without clock or store. Start at {@link
 * dev.terakoya.fsrs.Fsrs}.
 */
@NullMarked
package dev.terakoya.fsrs;

import org.jspecify.annotations.NullMarked;

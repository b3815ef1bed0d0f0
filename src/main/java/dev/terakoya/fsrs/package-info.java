/** FSRS-6 as pure arithmetic. */
@NullMarked
package dev.terakoya.fsrs;

import org.jspecify.annotations.NullMarked;

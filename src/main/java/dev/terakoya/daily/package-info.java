/** One question a day, exactly once. */
@NullMarked
package dev.terakoya.daily;

import org.jspecify.annotations.NullMarked;

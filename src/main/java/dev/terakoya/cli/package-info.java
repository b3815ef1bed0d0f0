/**
 * The commands. The only place that reads the environment or the clock; start at {@link
 * dev.terakoya.cli.Main}.
 */
@NullMarked
package dev.terakoya.cli;

import org.jspecify.annotations.NullMarked;

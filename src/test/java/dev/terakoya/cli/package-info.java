/**
 * The whole program from outside: commands, and the app against the pretend Slack over real HTTP.
 */
@NullMarked
package dev.terakoya.cli;

import org.jspecify.annotations.NullMarked;

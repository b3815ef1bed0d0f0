/** A Slack on loopback: the tests' stand-in and the browser playground. */
@NullMarked
package dev.terakoya.playground;

import org.jspecify.annotations.NullMarked;

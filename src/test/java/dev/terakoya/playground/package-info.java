/** Tests of the pretend Slack and its page, against a small app of their own. */
@NullMarked
package dev.terakoya.playground;

import org.jspecify.annotations.NullMarked;

/** The Slack app: routes, Block Kit, Slack's limits. */
@NullMarked
package dev.terakoya.slack;

import org.jspecify.annotations.NullMarked;

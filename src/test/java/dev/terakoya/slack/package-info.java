/** The app in Slack, against FakeSlack over real HTTP and real WebSockets. */
@NullMarked
package dev.terakoya.slack;

import org.jspecify.annotations.NullMarked;

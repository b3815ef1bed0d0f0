/**
 * A Slack on loopback: the tests' stand-in and the browser playground, one and the same.
 *
 * <p>Start at {@link dev.terakoya.playground.FakeSlack}. What members do (type a command, press a
 * button, send a form) becomes a signed request to the real app, over HTTP or Socket Mode; what the
 * app does comes back through a Web API that answers, and refuses, as Slack does ({@link
 * dev.terakoya.playground.Limits} is the table). The page draws the result.
 */
@NullMarked
package dev.terakoya.playground;

import org.jspecify.annotations.NullMarked;

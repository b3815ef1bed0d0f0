package dev.terakoya.playground;

import com.google.gson.JsonObject;

/**
 * One Web API call that arrived.
 *
 * @param method such as {@code chat.postMessage}
 * @param error what it was refused with; empty when it was not
 */
public record Call(String method, JsonObject arguments, String error) {}

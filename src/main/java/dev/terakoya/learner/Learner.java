package dev.terakoya.learner;

/**
 * A person in a team; people are never compared across teams.
 *
 * @param team id of the workspace
 * @param user id of the person in it
 */
public record Learner(String team, String user) {}

package vn.minhchung.projects;

import org.jspecify.annotations.Nullable;

/**
 * The version of a rule family a task keeps for its whole life.
 *
 * @param version null when no version was in force on the trigger's date: a neighbour version is never used
 */
public record PinnedRule(String family, @Nullable String version, Trigger trigger) {}

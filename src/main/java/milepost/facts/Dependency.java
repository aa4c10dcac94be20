package milepost.facts;

/**
 * The successor cannot start before the predecessor is finished.
 *
 * @param predecessor key of the milestone that comes first
 * @param successor key of the milestone that waits
 * @param lagDays days that must pass between the two
 */
public record Dependency(String predecessor, String successor, int lagDays, Recorded recorded) {}

package milepost.roadmap.fact;

import milepost.facts.Recorded;

/**
 * What someone has to say about a milestone; comments are added, never changed, and rules do not see them.
 *
 * @param milestone key of the milestone
 */
public record Comment(String key, String milestone, String text, Recorded recorded) {}

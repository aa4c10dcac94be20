package milepost.roadmap.fact;

import java.time.Instant;
import milepost.facts.Recorded;

/**
 * A moment of a whole roadmap under a name, to compare with later. Nothing is copied: nothing recorded is ever overwritten.
 *
 * @param key the name as it stands in addresses
 * @param moment what was recorded at this instant
 * @param approver who agreed to it
 * @param reason why it was set
 */
public record Baseline(String key, String name, Instant moment, String approver, String reason, Recorded recorded) {}

package milepost.rules.worker;

import java.time.LocalDate;
import milepost.facts.Snapshot;

/** Facts to evaluate rules on, and the day as on which they are seen. */
public record Look(Snapshot facts, LocalDate day) {}

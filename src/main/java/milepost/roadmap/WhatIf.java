package milepost.roadmap;

import java.time.Instant;
import java.util.List;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.Edits;
import milepost.roadmap.fact.Facts;

/** A roadmap as it would be after some edits, with the checks and consequences of a real save and nothing stored. */
public final class WhatIf {
    private WhatIf() {}

    /**
     * The roadmap after the edits.
     *
     * @throws Problem INVALID or CONFLICT as a save would
     */
    public static Snapshot of(Snapshot snapshot, List<Edit> edits, Instant now) {
        Facts facts = Edits.apply(Facts.of(snapshot), edits, now, "what if").facts();
        return facts.snapshot(facts.findRoadmap().orElseThrow());
    }
}

package milepost.roadmap;

import java.time.Instant;
import java.util.List;
import milepost.roadmap.fact.Edit;

/** A step of an imported history: who changed what, recorded at a past instant. */
public record DatedEdits(Instant at, Roadmaps.Author author, List<Edit> edits) {
    public DatedEdits {
        edits = List.copyOf(edits);
    }
}

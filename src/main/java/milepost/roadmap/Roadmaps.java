package milepost.roadmap;

import java.time.Instant;
import java.util.List;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import org.jspecify.annotations.Nullable;

/** The use cases of officers: read a roadmap, change it, look back. Every refusal is a {@link milepost.facts.Problem}. */
public final class Roadmaps {

    /** Who changes something and why. */
    public record Author(
            String name, @Nullable String reason, @Nullable Source source) {}

    /** Every roadmap, ordered by title. */
    public List<RoadmapSummary> list() {
        throw new UnsupportedOperationException();
    }

    /** The roadmap as recorded now; NOT_FOUND when there is none of this key. */
    public Snapshot snapshot(String roadmap) {
        throw new UnsupportedOperationException();
    }

    /** The roadmap as it was recorded at that instant; NOT_FOUND when it did not exist then. */
    public Snapshot snapshot(String roadmap, Instant knownAt) {
        throw new UnsupportedOperationException();
    }

    /**
     * Carries out all edits or none, evaluates the rules and updates the flags, in one transaction.
     *
     * <p>INVALID with the fields concerned, CONFLICT when a version is not the one edited, NOT_FOUND when there is no such row.
     */
    public Saved save(Author author, String roadmap, List<Edit> edits) {
        throw new UnsupportedOperationException();
    }

    /** The same answer as {@link #save}, with nothing stored. */
    public Saved preview(String roadmap, List<Edit> edits) {
        throw new UnsupportedOperationException();
    }

    /** The changes of a milestone, newest first; at most {@code limit}, those before the change {@code before} if given. */
    public List<HistoryEntry> history(String roadmap, String milestone, @Nullable Long before, int limit) {
        throw new UnsupportedOperationException();
    }
}

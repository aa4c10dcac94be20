package milepost.web.manager.portfolio;

import java.util.List;
import milepost.web.happened.ChangeRow;
import org.jspecify.annotations.Nullable;

/**
 * What happened since the visitor's last visit.
 *
 * @param when the visit before this one ended, in words; null at the first
 * @param fresh how many flags are new since then, as the list of flags counts them
 * @param rows what others did and what happened by itself, newest first
 * @param histories where the rest can be read; empty when this is all
 */
public record SinceVisit(@Nullable String when, int fresh, List<ChangeRow> rows, List<History> histories) {
    static final SinceVisit FIRST = new SinceVisit(null, 0, List.of(), List.of());

    public SinceVisit {
        rows = List.copyOf(rows);
        histories = List.copyOf(histories);
    }

    /** The history of a roadmap. */
    public record History(String title, String href) {}
}

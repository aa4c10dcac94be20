package milepost.web.officer.milestone;

import java.util.Comparator;
import java.util.List;
import milepost.facts.Source;
import milepost.flags.life.Cause;
import milepost.roadmap.store.HistoryEntry;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a milestone, newest first.
 *
 * @param more address of what came before, null when this is all
 */
public record HistoryView(List<Change> changes, @Nullable String more) {
    /** How many changes are shown at a time. */
    static final int PAGE = 10;

    /** One change of the milestone. */
    public record Change(
            String number,
            String actor,
            String at,
            @Nullable String reason,
            @Nullable Source source,
            List<Line> lines,
            List<Effect.Item> flags) {}

    /** Old and new value of a field. */
    public record Line(
            String label, @Nullable String before, @Nullable String after) {}

    static HistoryView of(MilestoneRequest request, @Nullable Long before) {
        List<HistoryEntry> entries =
                request.parts().roadmaps().chronicle().history(request.roadmap(), request.existing(), before, PAGE + 1);
        List<HistoryEntry> shown = entries.subList(0, Math.min(PAGE, entries.size()));
        String more = entries.size() <= PAGE
                ? null
                : request.home() + "/history?before="
                        + shown.get(PAGE - 1).change().id();
        return new HistoryView(shown.stream().map(e -> change(request, e)).toList(), more);
    }

    private static Change change(MilestoneRequest request, HistoryEntry entry) {
        milepost.roadmap.store.Change change = entry.change();
        return new Change(
                entry.version() == 0 ? "Removed" : "v" + entry.version(),
                change.actor(),
                Words.time(change.at(), request.snapshot().roadmap().zone()),
                change.reason(),
                change.source(),
                lines(new Labels(request.snapshot()), entry),
                flags(request, entry));
    }

    private static List<Line> lines(Labels labels, HistoryEntry entry) {
        return entry.fields().stream()
                .filter(f -> !f.field().equals("key"))
                .filter(f -> !(f.field().equals("slips") && "0".equals(f.after())))
                .sorted(Comparator.comparing(f -> Labels.place(f.field())))
                .map(f -> new Line(
                        labels.of(f.field()), labels.value(f.field(), f.before()), labels.value(f.field(), f.after())))
                .toList();
    }

    /** Everything that an edit did; an import did so much at once that only the milestone's own flags are told. */
    private static List<Effect.Item> flags(MilestoneRequest request, HistoryEntry entry) {
        boolean edit = entry.flags().stream().anyMatch(e -> e.cause().kind() == Cause.Kind.EDIT)
                || entry.flags().isEmpty();
        var events = edit
                ? request.parts()
                        .flags()
                        .causedBy(request.roadmap(), entry.change().id())
                : entry.flags();
        return events.stream()
                .filter(e -> !edit || e.cause().kind() == Cause.Kind.EDIT)
                .map(e -> Effect.Item.of(e, request.parts().flags().flag(e.flag())))
                .toList();
    }
}

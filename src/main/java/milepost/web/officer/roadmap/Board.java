package milepost.web.officer.roadmap;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.NaturalOrder;
import milepost.web.officer.form.SavedLine;
import milepost.web.officer.timeline.Timeline;
import milepost.web.officer.timeline.TimelineLayout;
import milepost.web.officer.timeline.Zoom;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of a roadmap shows, for this visitor and this address. */
final class Board {
    private static final int CHANGES_SHOWN = 8;
    private static final Comparator<Milestone> BY_KEY = Comparator.comparing(Milestone::key, NaturalOrder.BY_NUMBERS);

    private final Context ctx;
    private final Parts parts;
    private final Sorting sorting;

    Board(Context ctx, Parts parts, @Nullable String sort) {
        this.ctx = ctx;
        this.parts = parts;
        this.sorting = Sorting.of(sort);
    }

    /** The row of a milestone, with the keyboard on the value that was left unchanged. */
    MilestoneRow row(Cell cell) {
        LocalDate today = parts.today(cell.snapshot().roadmap().zone());
        String focus = cell.milestone().key() + "/" + cell.field().word();
        return new TableOf(cell.snapshot(), List.of(), today, sorting).row(cell.milestone(), focus);
    }

    /**
     * The view of the roadmap.
     *
     * @param focus id of the value that was just saved, so that the keyboard stays where it was
     */
    RoadmapView view(Snapshot snapshot, @Nullable SavedLine saved, @Nullable String focus) {
        String key = snapshot.roadmap().key();
        LocalDate today = parts.today(snapshot.roadmap().zone());
        List<Flag> flags = parts.flags().list(FlagQuery.active().inRoadmap(key));
        boolean edits = Visitor.person(ctx).role().covers(Role.OFFICER);
        MilestoneTable table = new TableOf(snapshot, flags, today, sorting).table(focus);
        return new RoadmapView(
                Links.roadmap(key),
                edits,
                Head.of(parts.roadmaps().summary(key), flags, today),
                saved,
                null,
                Gauge.strip(snapshot, flags, today),
                snapshot.milestones().isEmpty() ? null : timeline(snapshot, flags, today),
                table,
                Surroundings.of(snapshot, today),
                parts.roadmaps().latest(key, CHANGES_SHOWN).stream()
                        .map(entry -> ChangeRow.of(entry, snapshot))
                        .toList());
    }

    private Timeline timeline(Snapshot snapshot, List<Flag> flags, LocalDate today) {
        Map<String, List<Severity>> severities = flags.stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject, Collectors.mapping(Flag::severity, Collectors.toList())));
        List<Milestone> rows = snapshot.milestones().stream().sorted(BY_KEY).toList();
        return new TimelineLayout(snapshot, today, Zoom.of(ctx.queryParam("zoom"))).of(rows, severities);
    }
}

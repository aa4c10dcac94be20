package milepost.web.officer.roadmap;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import milepost.flags.Selection;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Track;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.SavedLine;
import milepost.web.timeline.Timeline;
import milepost.web.timeline.TimelineLayout;
import milepost.web.timeline.Zoom;
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
        return view(present(snapshot), null, saved, focus);
    }

    /** What moves the page through time, keeping how it is sorted and zoomed. */
    Control control(Moment moment, Track track) {
        Map<String, List<String>> kept = new LinkedHashMap<>(ctx.queryParamMap());
        kept.keySet().retainAll(List.of("sort", "zoom"));
        return Control.of(ctx.path(), kept, moment, track);
    }

    /** The roadmap as it stands. */
    Scene present(Snapshot snapshot) {
        String key = snapshot.roadmap().key();
        Instant now = parts.clock().instant();
        return new Scene(
                snapshot,
                parts.roadmaps().summary(key),
                new Selection(parts.flags().standing(key)).list(FlagQuery.counted()),
                Moment.present(now, snapshot.roadmap().zone()),
                null,
                Visitor.person(ctx).role().covers(Role.OFFICER));
    }

    /** The view of a scene; changes are those up to its moment. */
    RoadmapView view(Scene scene, @Nullable Control control, @Nullable SavedLine saved, @Nullable String focus) {
        Snapshot snapshot = scene.snapshot();
        return new RoadmapView(
                Links.roadmap(scene.key()),
                scene.edits(),
                scene.moment().suffix(),
                control,
                Head.of(scene),
                saved,
                null,
                Gauge.strip(scene),
                snapshot.milestones().isEmpty() ? null : timeline(scene),
                new TableOf(scene, sorting).table(focus),
                Surroundings.of(snapshot, scene.day()),
                scene.moment().past() ? List.of() : latest(scene),
                null,
                null);
    }

    private List<ChangeRow> latest(Scene scene) {
        return parts.roadmaps().latest(scene.key(), CHANGES_SHOWN).stream()
                .map(entry -> ChangeRow.of(entry, scene.snapshot()))
                .toList();
    }

    private Timeline timeline(Scene scene) {
        Snapshot snapshot = scene.snapshot();
        Map<String, List<Severity>> severities = scene.flags().stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject, Collectors.mapping(Flag::severity, Collectors.toList())));
        List<Milestone> rows = snapshot.milestones().stream().sorted(BY_KEY).toList();
        Zoom zoom = Zoom.of(ctx.queryParam("zoom"));
        return new TimelineLayout(snapshot, scene.day(), scene.moment().today(), zoom).of(rows, severities);
    }
}

package milepost.web.officer.roadmap;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.Selection;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Track;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import milepost.web.officer.choice.Choice;
import milepost.web.officer.choice.ChoiceView;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/** Puts together what the page of a roadmap shows, for this visitor and this address. */
final class Board {
    private static final int CHANGES_SHOWN = 8;

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

    /** What moves the page through time, keeping what is chosen. */
    Control control(Moment moment, Track track) {
        return Control.of(ctx.path(), Choice.of(ctx, ctx.path()).parts(), moment, track);
    }

    /** Whether values that have changed since a past moment are marked: unless the box for it was cleared. */
    boolean marks() {
        return Control.marks(ctx.queryParams("since"));
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
        Choice choice = Choice.of(ctx, Links.roadmap(scene.key()));
        List<Milestone> chosen = choice.of(snapshot.milestones(), flagged(scene));
        return new RoadmapView(
                Links.roadmap(scene.key()),
                scene.edits(),
                scene.moment().suffix(),
                control,
                Head.of(scene),
                saved,
                null,
                Gauge.strip(scene),
                new TimelineGroups(scene, choice).of(ChoiceView.of(choice, snapshot.milestones(), chosen), chosen),
                new TableOf(scene, sorting).table(chosen, choice, focus),
                Surroundings.of(snapshot, scene.day()),
                scene.moment().past() ? List.of() : latest(scene),
                null,
                null);
    }

    private List<ChangeRow> latest(Scene scene) {
        return parts.roadmaps().chronicle().latest(scene.key(), CHANGES_SHOWN).stream()
                .map(entry -> ChangeRow.of(entry, scene.snapshot()))
                .toList();
    }

    private static Set<String> flagged(Scene scene) {
        return scene.flags().stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .map(Flag::subject)
                .collect(Collectors.toSet());
    }
}

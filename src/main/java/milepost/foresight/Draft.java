package milepost.foresight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import org.jspecify.annotations.Nullable;

/** A milestone with one thing changed. */
final class Draft {
    private final Milestone now;
    private Status status;
    private @Nullable Integer progress;
    private @Nullable TargetDate start;
    private @Nullable TargetDate due;
    private @Nullable TargetDate forecast;
    private @Nullable TargetDate completedOn;
    private @Nullable String owner;
    private List<String> requires;
    private List<Source> evidence;

    private Draft(Milestone now) {
        this.now = now;
        status = now.status();
        progress = now.progress();
        start = now.start();
        due = now.due();
        forecast = now.forecast();
        completedOn = now.completedOn();
        owner = now.owner();
        requires = now.requires();
        evidence = now.evidence();
    }

    static Edit status(Milestone now, Status status, LocalDate today) {
        Draft draft = new Draft(now);
        draft.status = status;
        draft.completedOn = status == Status.DONE ? TargetDate.day(today) : now.completedOn();
        return draft.edit();
    }

    /** Done today with something that proves it. */
    static Edit done(Milestone now, Source proof, LocalDate today) {
        Draft draft = new Draft(now);
        draft.status = Status.DONE;
        draft.completedOn = now.completedOn() == null ? TargetDate.day(today) : now.completedOn();
        draft.evidence = with(now.evidence(), proof);
        return draft.edit();
    }

    static Edit proven(Milestone now, Source proof) {
        Draft draft = new Draft(now);
        draft.evidence = with(now.evidence(), proof);
        return draft.edit();
    }

    static Edit due(Milestone now, TargetDate due) {
        Draft draft = new Draft(now);
        draft.due = due;
        return draft.edit();
    }

    static Edit forecast(Milestone now, @Nullable TargetDate forecast) {
        Draft draft = new Draft(now);
        draft.forecast = forecast;
        return draft.edit();
    }

    static Edit start(Milestone now, TargetDate start) {
        Draft draft = new Draft(now);
        draft.start = start;
        return draft.edit();
    }

    static Edit progress(Milestone now, int progress) {
        Draft draft = new Draft(now);
        draft.progress = progress;
        return draft.edit();
    }

    static Edit owner(Milestone now, String owner) {
        Draft draft = new Draft(now);
        draft.owner = owner;
        return draft.edit();
    }

    static Edit without(Milestone now, String requirement) {
        Draft draft = new Draft(now);
        draft.requires =
                now.requires().stream().filter(r -> !r.equals(requirement)).toList();
        return draft.edit();
    }

    private static List<Source> with(List<Source> sources, Source more) {
        List<Source> all = new ArrayList<>(sources);
        all.add(more);
        return all;
    }

    private Edit edit() {
        return new Edit.MilestoneRevision(
                now.key(),
                now.recorded().version(),
                now.title(),
                now.description(),
                now.stream(),
                now.stage(),
                status,
                progress,
                start,
                due,
                forecast,
                completedOn,
                owner,
                requires,
                evidence,
                now.source());
    }
}

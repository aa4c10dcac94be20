package milepost.web.officer.milestone;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.flags.store.FlagQuery;
import milepost.web.asof.Control;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Why;
import milepost.web.layout.Whys;
import milepost.web.officer.form.Form;
import milepost.web.officer.notes.NotesView;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a milestone prints.
 *
 * @param edit the form; viewers see it as text
 * @param officer whether the visitor may change anything
 * @param saved what the save before this page did, null when there was none
 * @param report the form of the next progress update
 * @param notes how its due date moved, and comments
 * @param control what moves the page through time; null while a form is being corrected
 * @param undo where that save is taken back, null where it cannot be
 */
public record MilestoneView(
        Milestone milestone,
        EditView edit,
        boolean officer,
        @Nullable Effect saved,
        List<Why> flags,
        List<ProgressUpdate> updates,
        Form report,
        HistoryView history,
        NotesView notes,
        @Nullable Control control,
        @Nullable String undo) {

    static MilestoneView of(MilestoneRequest request, EditView edit, Form report, @Nullable Effect saved) {
        Milestone m = request.milestone();
        return new MilestoneView(
                m,
                edit,
                request.officer(),
                saved,
                flags(request, m),
                request.snapshot().updates().stream()
                        .filter(u -> u.milestone().equals(m.key()))
                        .sorted(Comparator.comparing(ProgressUpdate::date).reversed())
                        .toList(),
                report,
                HistoryView.of(request, null),
                NotesView.of(request.ctx(), request.parts(), request.snapshot(), m.key()),
                null,
                undo(request, m, saved));
    }

    MilestoneView with(Control through) {
        return new MilestoneView(
                milestone, edit, officer, saved, flags, updates, report, history, notes, through, undo);
    }

    private static List<Why> flags(MilestoneRequest request, Milestone m) {
        List<Flag> all = request.parts()
                .flags()
                .list(FlagQuery.all()
                        .in(FlagState.ACTIVE, FlagState.PENDING)
                        .inRoadmap(request.roadmap())
                        .about(m.key()));
        return Whys.now(request.parts(), request.snapshot().roadmap().zone())
                .of(all.stream().filter(f -> f.kind() == SubjectKind.MILESTONE).toList());
    }

    /** Where the save before this page is taken back; null when there was none, or when it made the milestone. */
    private static @Nullable String undo(MilestoneRequest request, Milestone m, @Nullable Effect saved) {
        String change = request.ctx().queryParam("saved");
        boolean can = saved != null
                && change != null
                && request.officer()
                && m.recorded().version() > 1;
        return can && !change.equals("0") ? Links.roadmap(request.roadmap()) + "/changes/" + change + "/undo" : null;
    }

    public String home() {
        return Links.milestone(edit.roadmap(), milestone.key());
    }

    /** The milestone before this one on the roadmap, null at the beginning. */
    public @Nullable Milestone previous() {
        return beside(-1);
    }

    /** The milestone after this one on the roadmap, null at the end. */
    public @Nullable Milestone next() {
        return beside(1);
    }

    private @Nullable Milestone beside(int step) {
        Snapshot snapshot = edit.snapshot();
        List<Milestone> all = snapshot.milestones().stream()
                .sorted(Comparator.comparing(Milestone::key, NaturalOrder.BY_NUMBERS))
                .toList();
        int place = all.indexOf(milestone) + step;
        return place < 0 || place >= all.size() ? null : all.get(place);
    }

    public Stream<Labelled> facts() {
        return Facts.of(edit.snapshot(), milestone);
    }

    /** One fact of the milestone as text, null when it is not recorded. */
    public record Labelled(String label, @Nullable String value) {}
}

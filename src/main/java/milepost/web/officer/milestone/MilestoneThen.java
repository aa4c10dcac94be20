package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import milepost.facts.Milestone;
import milepost.facts.ProgressUpdate;
import milepost.facts.Snapshot;
import milepost.rules.book.InForce;
import milepost.web.asof.Control;
import milepost.web.layout.Crumb;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Why;
import org.jspecify.annotations.Nullable;

/**
 * A milestone in another moment than the present: nothing of it can be changed.
 *
 * @param rules those of a past moment, null for a moment to come
 * @param facts its fields, with what they are now where that is different
 * @param since what is said of the time since
 * @param history changes up to the moment
 */
public record MilestoneThen(
        Snapshot snapshot,
        Milestone milestone,
        Control control,
        @Nullable InForce rules,
        List<Fact> facts,
        Since since,
        List<Why> flags,
        List<ProgressUpdate> updates,
        HistoryView history) {

    /**
     * The time since a past moment.
     *
     * @param marked whether values that have changed are marked
     * @param removed whether the milestone is not there any more
     */
    public record Since(boolean marked, boolean removed) {}

    /**
     * One field.
     *
     * @param value null when it was not recorded
     * @param changed whether it is different now
     * @param now what it is now, null when it is not recorded any more
     */
    public record Fact(
            String label,
            @Nullable String value,
            boolean changed,
            @Nullable String now) {}

    /** The fields of a milestone beside those of today; without today nothing has changed. */
    static List<Fact> facts(Snapshot then, Milestone m, Snapshot now) {
        Milestone today = now.findMilestone(m.key()).orElse(null);
        List<MilestoneView.Labelled> was = Facts.of(then, m).toList();
        List<MilestoneView.Labelled> is =
                today == null ? was : Facts.of(now, today).toList();
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < was.size(); i++) {
            String value = was.get(i).value();
            String other = is.get(i).value();
            facts.add(new Fact(was.get(i).label(), value, !Objects.equals(value, other), other));
        }
        return facts;
    }

    static List<ProgressUpdate> updates(Snapshot snapshot, String milestone) {
        return snapshot.updates().stream()
                .filter(u -> u.milestone().equals(milestone))
                .sorted(Comparator.comparing(ProgressUpdate::date).reversed())
                .toList();
    }

    /** How much of it is different now, in words. */
    public String changed() {
        if (since.removed()) {
            return "removed since";
        }
        long changed = facts.stream().filter(Fact::changed).count();
        return changed == 0 ? "nothing has changed since" : changed + " of " + facts.size() + " changed since";
    }

    public List<Crumb> crumbs() {
        return List.of(
                new Crumb("Portfolio", "/"),
                new Crumb(snapshot.roadmap().title(), Links.roadmap(roadmap()) + at()),
                new Crumb(milestone.key(), null));
    }

    public String roadmap() {
        return snapshot.roadmap().key();
    }

    /** To be put behind addresses so that they stay in the moment. */
    public String at() {
        return control.moment().suffix();
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
        List<Milestone> all = snapshot.milestones().stream()
                .sorted(Comparator.comparing(Milestone::key, NaturalOrder.BY_NUMBERS))
                .toList();
        int place = all.indexOf(milestone) + step;
        return place < 0 || place >= all.size() ? null : all.get(place);
    }
}

package milepost.roadmap.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milepost.db.Transaction;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.fact.FactJson;
import milepost.roadmap.fact.FactKind;
import milepost.roadmap.fact.Facts;
import milepost.roadmap.store.LogStore;
import milepost.roadmap.store.Topics;

/**
 * How a change is taken back: what came goes, what went comes back, what was changed gets its old value again. A fact that was touched
 * since stands in the way.
 */
public final class UndoPlan {
    private final List<Edit> removals = new ArrayList<>();
    private final List<Edit> puts = new ArrayList<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final Set<Facts.Id> touched = new HashSet<>();
    private boolean baselines;

    private UndoPlan() {}

    public static UndoPlan of(Transaction tx, LogStore store, String roadmap, List<LogStore.Step> steps, Snapshot now) {
        UndoPlan plan = new UndoPlan();
        steps.forEach(step -> plan.touched.add(new Facts.Id(step.kind(), step.key())));
        for (LogStore.Step step : steps) {
            plan.add(
                    step,
                    store.findPresent(tx, roadmap, step.kind(), step.key()).orElse(null),
                    now);
        }
        return plan;
    }

    /** What goes before what it hangs on, and everything that goes before what comes. */
    public List<Edit> edits() {
        List<Edit> all = new ArrayList<>(removals);
        all.sort(Comparator.comparing(edit -> rank(((Edit.Removal) edit).type())));
        all.addAll(puts);
        return all;
    }

    public List<Clash> clashes() {
        return clashes;
    }

    /** Whether it changed baselines, which only managers do. */
    public boolean baselines() {
        return baselines;
    }

    private void add(LogStore.Step step, LogStore.@org.jspecify.annotations.Nullable Present now, Snapshot snapshot) {
        baselines |= step.kind() == FactKind.BASELINE || rebaselined(step);
        if (step.after() == null) {
            if (now == null) {
                puts.add(new Edit.Put(fact(step, 0)));
            } else {
                clash(step, "was added again by " + by(now), null, now.body());
            }
        } else if (now == null) {
            clash(step, "was removed since", step.after(), null);
        } else if (now.version() != step.version()) {
            clash(step, "was changed again by " + by(now), step.after(), now.body());
        } else if (step.before() == null) {
            remove(step, now, snapshot);
        } else {
            puts.add(new Edit.Put(fact(step, now.version())));
        }
    }

    private void remove(LogStore.Step step, LogStore.Present now, Snapshot snapshot) {
        if (step.kind() == FactKind.ROADMAP) {
            clash(step, "began with this change; a roadmap cannot be taken back", null, null);
            return;
        }
        String hanging = hanging(step, snapshot);
        if (hanging.isEmpty()) {
            removals.add(new Edit.Removal(step.kind().type(), step.key(), now.version()));
        } else {
            clash(step, "is needed by what was added since: " + hanging, null, null);
        }
    }

    /** What was recorded since and means nothing without this fact. */
    private String hanging(LogStore.Step step, Snapshot snapshot) {
        List<String> hanging = new ArrayList<>();
        for (Object fact : Facts.of(snapshot).all()) {
            FactKind kind = FactKind.of(fact.getClass());
            boolean hangs = step.kind() == FactKind.MILESTONE
                    ? kind != FactKind.MILESTONE && Topics.milestones(fact).contains(step.key())
                    : step.kind() == FactKind.INDICATOR && reads(fact, step.key());
            if (hangs && !touched.contains(new Facts.Id(kind, FactKind.key(fact)))) {
                hanging.add(kind.noun() + " " + FactKind.key(fact));
            }
        }
        return String.join(", ", hanging.subList(0, Math.min(5, hanging.size())));
    }

    private static boolean reads(Object fact, String indicator) {
        return fact instanceof Observation o && o.indicator().equals(indicator)
                || fact instanceof Milestone m && m.requires().contains(indicator);
    }

    private void clash(
            LogStore.Step step,
            String what,
            @org.jspecify.annotations.Nullable String left,
            @org.jspecify.annotations.Nullable String now) {
        String sentence = "The " + step.kind().noun() + " " + step.key() + " " + what + ".";
        clashes.add(new Clash(step.kind().type(), step.key(), sentence, Histories.changes(left, now)));
    }

    private static String by(LogStore.Present now) {
        return "change " + now.change().id() + " of " + now.change().actor();
    }

    private static Object fact(LogStore.Step step, long version) {
        return FactJson.read(
                java.util.Objects.requireNonNull(step.before()),
                new Recorded(version, Instant.EPOCH, ""),
                step.kind().type());
    }

    private static boolean rebaselined(LogStore.Step step) {
        return step.kind() == FactKind.MILESTONE
                && step.before() != null
                && step.after() != null
                && Histories.changes(step.before(), step.after()).stream()
                        .anyMatch(f -> f.field().equals("baseline") && f.before() != null);
    }

    private static int rank(Class<?> type) {
        return type == Milestone.class || type == Indicator.class ? 1 : 0;
    }
}

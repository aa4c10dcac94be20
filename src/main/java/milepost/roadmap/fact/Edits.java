package milepost.roadmap.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Participant;
import milepost.facts.Problem;
import milepost.facts.ProgressUpdate;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/** Carries out edits on facts in memory: all checks and all consequences of an edit, and no storage. */
public final class Edits {
    private final Facts facts;
    private final Recorded stamp;
    private final Map<String, Object> puts = new LinkedHashMap<>();
    private final Set<Gone> gone = new LinkedHashSet<>();

    /** A fact that an edit removed, as it was. */
    public record Gone(FactKind kind, String key, Object fact) {}

    /** What the edits came to; the roadmap is there because the checks demand one. */
    public record Result(Facts facts, List<Object> puts, Set<Gone> gone) {
        /** Whether rules see nothing of it. */
        public boolean onlyNotes() {
            return puts.stream().allMatch(fact -> FactKind.of(fact.getClass()).note())
                    && gone.stream().allMatch(fact -> fact.kind().note());
        }
    }

    private Edits(Facts facts, Instant now, String actor) {
        this.facts = facts;
        this.stamp = new Recorded(1, now, actor);
    }

    /** INVALID with every field that is wrong, CONFLICT when a version is not the one edited. */
    public static Result apply(Facts facts, List<Edit> edits, Instant now, String actor) {
        Edits applied = new Edits(facts, now, actor);
        edits.forEach(applied::apply);
        applied.check();
        return new Result(facts, List.copyOf(applied.puts.values()), applied.gone);
    }

    private void apply(Edit edit) {
        if (edit instanceof Edit.MilestoneRevision revision) {
            milestone(revision);
        } else if (edit instanceof Edit.Put put) {
            put(put.fact());
        } else {
            remove((Edit.Removal) edit);
        }
    }

    private void milestone(Edit.MilestoneRevision r) {
        Milestone before = facts.findMilestone(r.key()).orElse(null);
        long version = nextVersion(new Facts.Id(FactKind.MILESTONE, r.key()), before, r.version());
        TargetDate baseline = before == null || before.baseline() == null ? r.due() : before.baseline();
        Milestone after = new Milestone(
                r.key(),
                r.title(),
                r.description(),
                r.stream(),
                r.stage(),
                r.status(),
                r.progress(),
                r.start(),
                r.due(),
                baseline,
                r.forecast(),
                r.completedOn(),
                r.owner(),
                r.requires(),
                r.evidence(),
                r.source(),
                slips(before, r.due()),
                before == null ? stamp : before.recorded());
        if (after.equals(before)) {
            return;
        }
        record(before, after, version);
        if (before != null && reports(before, after) && !reported(after.key())) {
            ProgressUpdate report = report(after, version);
            record(facts.get(FactKind.UPDATE, report.key()), report, 1);
        }
    }

    private static int slips(@Nullable Milestone before, @Nullable TargetDate due) {
        if (before == null) {
            return 0;
        }
        boolean later = due != null
                && before.due() != null
                && due.last().isAfter(before.due().last());
        return before.slips() + (later ? 1 : 0);
    }

    /** An edit of what officers report about is a report, so that silence is measured honestly. */
    private static boolean reports(Milestone before, Milestone after) {
        return before.status() != after.status()
                || !Objects.equals(before.progress(), after.progress())
                || !Objects.equals(before.forecast(), after.forecast())
                || !Objects.equals(before.completedOn(), after.completedOn());
    }

    /** Whether the same edits bring a report in the officer's own words. */
    private boolean reported(String milestone) {
        return puts.values().stream()
                .anyMatch(f -> f instanceof ProgressUpdate u && u.milestone().equals(milestone));
    }

    private ProgressUpdate report(Milestone m, long version) {
        String text =
                "Status " + m.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                        + (m.progress() == null ? "" : ", " + m.progress() + " % done");
        return new ProgressUpdate(
                m.key() + "-v" + version, m.key(), today(), m.progress(), m.forecast(), text, null, stamp);
    }

    private void put(Object wanted) {
        FactKind kind = FactKind.of(wanted.getClass());
        String key = FactKind.key(wanted);
        Object before = facts.get(kind, key);
        Object fact = wanted instanceof Attribute attribute ? FormerValue.of(attribute, (Attribute) before) : wanted;
        long version = nextVersion(
                new Facts.Id(kind, key), before, FactKind.recorded(fact).version());
        if (before == null || !FactJson.body(fact).equals(FactJson.body(before))) {
            record(before, fact, version);
        }
    }

    private void remove(Edit.Removal removal) {
        FactKind kind = FactKind.of(removal.type());
        Object before = facts.get(kind, removal.key());
        if (before == null) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND, "There is no " + kind.noun() + " " + removal.key() + " any more.");
        }
        nextVersion(new Facts.Id(kind, removal.key()), before, removal.version());
        forget(kind, removal.key());
        if (kind == FactKind.MILESTONE) {
            facts.list(Dependency.class).stream()
                    .filter(d -> d.predecessor().equals(removal.key())
                            || d.successor().equals(removal.key()))
                    .forEach(d -> forget(FactKind.DEPENDENCY, FactKind.key(d)));
            facts.list(Participant.class).stream()
                    .filter(p -> p.milestone().equals(removal.key()))
                    .forEach(p -> forget(FactKind.PARTICIPANT, p.key()));
            facts.list(Attribute.class).stream()
                    .filter(a -> a.milestone().equals(removal.key()))
                    .forEach(a -> forget(FactKind.ATTRIBUTE, a.key()));
            facts.list(Rating.class).stream()
                    .filter(r -> removal.key().equals(r.milestone()))
                    .forEach(r -> forget(FactKind.RATING, r.key()));
        }
    }

    private void forget(FactKind kind, String key) {
        Object before = java.util.Objects.requireNonNull(facts.get(kind, key));
        facts.remove(kind, key);
        puts.remove(kind + " " + key);
        gone.add(new Gone(kind, key, before));
    }

    private void record(@Nullable Object before, Object fact, long version) {
        Object versioned = FactKind.stamped(fact, new Recorded(version, stamp.at(), stamp.by()));
        String id = FactKind.of(fact.getClass()) + " " + FactKind.key(fact);
        facts.replace(before, versioned);
        puts.remove(id); // the order in which facts are written is the order in which they stand
        puts.put(id, versioned);
    }

    private long nextVersion(Facts.Id id, @Nullable Object before, long expected) {
        long present = before == null ? 0 : FactKind.recorded(before).version();
        if (present == expected) {
            return (before == null ? facts.former(id) : present) + 1;
        }
        String what = "The " + id.kind().noun() + " " + id.key();
        throw new Problem(
                Problem.Kind.CONFLICT,
                present == 0
                        ? what + " does not exist any more; it may have been removed meanwhile."
                        : expected == 0
                                ? what + " exists already; choose another key."
                                : what + " was changed meanwhile: you edited version " + expected
                                        + ", it is now version " + present + ".");
    }

    private void check() {
        Roadmap roadmap =
                facts.findRoadmap().orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no such roadmap."));
        FieldChecks checks = new FieldChecks();
        puts.values().forEach(fact -> FactRules.check(fact, roadmap, facts, today(), checks));
        checks.refuse();
    }

    private LocalDate today() {
        return facts.findRoadmap()
                .map(r -> stamp.at().atZone(r.zone()).toLocalDate())
                .orElseGet(() -> stamp.at().atZone(java.time.ZoneOffset.UTC).toLocalDate());
    }
}

package milepost.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Finding;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.Flags;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagState;
import milepost.roadmap.evaluation.Evaluated;
import milepost.rules.book.InForce;
import milepost.rules.book.Rulebook;
import milepost.rules.engine.report.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Looks back: roadmaps as they were known at an instant, with the flags and the rules of that time. Rules published later judge
 * nothing here.
 */
public final class Archive {
    /** The first day that can be looked at. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    /** The last day that can be looked at. */
    public static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final Roadmaps roadmaps;
    private final Flags flags;
    private final Rulebook rulebook;

    public Archive(Roadmaps roadmaps, Flags flags, Rulebook rulebook) {
        this.roadmaps = roadmaps;
        this.flags = flags;
        this.rulebook = rulebook;
    }

    /** Whether a day can be looked at. */
    public static boolean reaches(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    /** Whether the record of an instant can be asked for. */
    public static boolean reaches(Instant at) {
        return !at.isBefore(FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))
                && !at.isAfter(endOf(LAST_DAY, ZoneOffset.UTC));
    }

    /** The last instant of a day. */
    public static Instant endOf(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1);
    }

    /**
     * The roadmap as it was known at that instant; empty before its first change.
     *
     * @throws Problem NOT_FOUND when there never was such a roadmap
     */
    public Optional<Then> findThen(String roadmap, Instant at) {
        Optional<Snapshot> snapshot = roadmaps.findSnapshot(roadmap, at);
        if (snapshot.isEmpty()) {
            roadmaps.first(roadmap);
        }
        return snapshot.map(known -> then(known, at));
    }

    /** As {@link #findThen}; NOT_FOUND too before the first change, and says when that was. */
    public Then then(String roadmap, Instant at) {
        return findThen(roadmap, at).orElseThrow(() -> unknown(roadmap, at));
    }

    /**
     * The roadmap as it was known at an instant, as those rules judge it on a day; NOT_FOUND before its first change. A flag of what they do
     * not find on that day is not there: it came for what was so on another day.
     *
     * @param ruleset hash of the rules
     */
    public Then then(String roadmap, Instant at, LocalDate day, String ruleset) {
        Snapshot known = roadmaps.findSnapshot(roadmap, at).orElseThrow(() -> unknown(roadmap, at));
        List<Flag> recorded = flags.then(roadmap, at, known.roadmap().zone());
        InForce rules = rulebook.inForce(ruleset, at);
        return new Then(at, day, known, judged(recorded, known, rules, day), rules, null);
    }

    /** The rules that judged a roadmap at an instant: those it was last evaluated with, else those in force. */
    public InForce rules(String roadmap, Instant at) {
        return roadmaps.findEvaluated(roadmap, at)
                .map(done -> rulebook.inForce(done.ruleset(), at))
                .orElseGet(() -> rulebook.inForce(at));
    }

    /** The refusal of a question about a time before the first change. */
    public Problem unknown(String roadmap, Instant at) {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "Nothing was recorded of roadmap " + roadmap + " at " + at + "; its first change is of "
                        + roadmaps.first(roadmap) + ".");
    }

    /**
     * A flag as it was at that instant, with the evidence of then.
     *
     * @throws Problem NOT_FOUND when it had not been raised
     */
    public Flag flag(Flag now, Instant at) {
        Flag then = then(now.roadmap(), at).flags().stream()
                .filter(f -> f.id() == now.id())
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "Flag " + now.id() + " had not been raised yet at " + at + "."));
        if (then.state() != FlagState.RESOLVED || then.resolvedAt() == null) {
            return then;
        }
        return then.resolvedAt().equals(now.resolvedAt()) ? now : lastSeen(then, then.resolvedAt());
    }

    /** A resolved flag with what was found just before it resolved. */
    private Flag lastSeen(Flag resolved, Instant at) {
        return findThen(resolved.roadmap(), at.minusMillis(1)).stream()
                .flatMap(before -> before.flags().stream())
                .filter(f -> f.id() == resolved.id())
                .findFirst()
                .map(before -> resolved.with(before.evidence()))
                .orElse(resolved);
    }

    private Then then(Snapshot known, Instant at) {
        String key = known.roadmap().key();
        LocalDate day = at.atZone(known.roadmap().zone()).toLocalDate();
        List<Flag> recorded = flags.then(key, at, known.roadmap().zone());
        Evaluated done = roadmaps.findEvaluated(key, at).orElse(null);
        InForce rules = done == null ? rulebook.inForce(at) : rulebook.inForce(done.ruleset(), at);
        LocalDate on = done == null ? day : done.on();
        List<Flag> said = recorded.isEmpty() ? recorded : said(recorded, known, rules, on);
        return new Then(at, day, known, said, rules, done);
    }

    private record Subject(String rule, SubjectKind kind, String key) {
        static Subject of(Flag flag) {
            return new Subject(flag.rule(), flag.kind(), flag.subject());
        }
    }

    /**
     * Flags that were there, with what the rules found then: texts that only count the days on leave no event. What the rules do not
     * find again, because they failed then, keeps the text of its last event.
     */
    private static List<Flag> said(List<Flag> recorded, Snapshot known, InForce rules, LocalDate on) {
        Map<Subject, Finding> found = found(known, rules, on).orElse(null);
        String version = rules.ruleset().version();
        return found == null
                ? recorded
                : recorded.stream()
                        .map(flag -> said(flag, found.get(Subject.of(flag)), version))
                        .toList();
    }

    private static List<Flag> judged(List<Flag> recorded, Snapshot known, InForce rules, LocalDate day) {
        Map<Subject, Finding> found = found(known, rules, day).orElse(null);
        if (found == null) {
            return recorded;
        }
        String version = rules.ruleset().version();
        return recorded.stream()
                .filter(flag -> flag.state() == FlagState.RESOLVED || found.containsKey(Subject.of(flag)))
                .map(flag -> {
                    Finding finding = found.get(Subject.of(flag));
                    return flag.state() == FlagState.RESOLVED || finding == null ? flag : flag.found(finding, version);
                })
                .toList();
    }

    /** What rules find on a day; empty when they fail. */
    private static Optional<Map<Subject, Finding>> found(Snapshot known, InForce rules, LocalDate day) {
        if (!(rules.ruleset().evaluate(known, day) instanceof Outcome.Complete complete)) {
            return Optional.empty();
        }
        Map<Subject, Finding> found = new HashMap<>();
        complete.findings().forEach(f -> found.put(new Subject(f.rule(), f.kind(), f.subject()), f));
        return Optional.of(found);
    }

    private static Flag said(Flag flag, @Nullable Finding finding, String version) {
        boolean gone = flag.state() == FlagState.RESOLVED;
        return gone || finding == null || finding.severity() != flag.reportedSeverity()
                ? flag
                : flag.found(finding, version);
    }
}

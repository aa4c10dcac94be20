package milepost.foresight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.Flag;
import milepost.flags.FlagChanges;
import milepost.flags.FlagQuery;
import milepost.flags.Flags;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.rules.Ruleset;
import milepost.rules.engine.RuleFailure;
import milepost.rules.worker.DraftReport;
import org.jspecify.annotations.Nullable;

/**
 * What rules would change if they were published now: the evaluation and the reconciliation of every save, on the facts of every
 * roadmap, writing nothing.
 *
 * @param ruleset version of the rules that were tried
 * @param roadmaps one for each roadmap, ordered by key
 */
public record DryRun(String ruleset, List<OfRoadmap> roadmaps) {

    /** What would become of a flag. */
    public enum Event {
        RAISED,
        CLEARED,
        REWORDED,
        ESCALATED,
        /** A rule in shadow would find it or no longer find it: for authors only. */
        SHADOWED
    }

    /**
     * One flag that would change.
     *
     * @param was its present message; null when it is raised
     */
    public record Line(
            Event event,
            String rule,
            SubjectKind kind,
            String subject,
            Severity severity,
            String message,
            @Nullable String was) {}

    /**
     * What would change on one roadmap.
     *
     * @param lines ordered by subject, then rule
     * @param setAside rules that failed on it
     */
    public record OfRoadmap(String roadmap, String title, List<Line> lines, List<RuleFailure> setAside) {
        public OfRoadmap {
            lines = List.copyOf(lines);
            setAside = List.copyOf(setAside);
        }
    }

    public DryRun {
        roadmaps = List.copyOf(roadmaps);
    }

    /** Tries rules on one roadmap, or on all of them when none is named; NOT_FOUND when there is none of this key. */
    public static DryRun of(Ruleset candidate, Roadmaps roadmaps, Flags flags, @Nullable String roadmap) {
        List<String> keys = roadmap == null ? roadmaps.keys() : List.of(roadmap);
        return new DryRun(
                candidate.version(),
                keys.stream()
                        .map(key -> on(roadmaps.preview(candidate, key), flags, key))
                        .toList());
    }

    /** What rules that were evaluated in another process would change on the roadmaps they were evaluated on. */
    public static DryRun of(DraftReport candidate, Roadmaps roadmaps, Flags flags) {
        return new DryRun(
                String.valueOf(candidate.version()),
                candidate.runs().stream()
                        .map(run -> on(roadmaps.preview(candidate, run), flags, run.roadmap()))
                        .toList());
    }

    /** How many flags would change in this way. */
    public int count(Event event) {
        return (int) roadmaps.stream()
                .flatMap(r -> r.lines().stream())
                .filter(line -> line.event() == event)
                .count();
    }

    /** Roadmaps on which something would change or a rule failed. */
    public List<OfRoadmap> touched() {
        return roadmaps.stream()
                .filter(r -> !r.lines().isEmpty() || !r.setAside().isEmpty())
                .toList();
    }

    private static OfRoadmap on(Saved would, Flags flags, String key) {
        FlagChanges changes = would.flags();
        Map<Long, String> now = changes.none()
                ? Map.of()
                : flags.list(FlagQuery.all().inRoadmap(key)).stream()
                        .collect(Collectors.toMap(Flag::id, Flag::message));
        List<Line> lines = new ArrayList<>();
        Function<Flag, @Nullable String> was = flag -> now.get(flag.id());
        changes.raised().forEach(f -> lines.add(line(Event.RAISED, f, null)));
        changes.reopened().forEach(f -> lines.add(line(Event.RAISED, f, null)));
        changes.resolved().forEach(f -> lines.add(line(Event.CLEARED, f, was.apply(f))));
        changes.reworded().forEach(f -> lines.add(line(Event.REWORDED, f, was.apply(f))));
        changes.escalated().forEach(f -> lines.add(line(Event.ESCALATED, f, was.apply(f))));
        changes.shadowed().forEach(f -> lines.add(line(Event.SHADOWED, f, was.apply(f))));
        lines.sort(Comparator.comparing(Line::subject).thenComparing(Line::rule));
        return new OfRoadmap(key, would.after().roadmap().title(), lines, would.setAside());
    }

    private static Line line(Event event, Flag flag, @Nullable String was) {
        return new Line(event, flag.rule(), flag.kind(), flag.subject(), flag.severity(), flag.message(), was);
    }
}

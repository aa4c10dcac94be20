package milepost.foresight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import milepost.facts.Reach;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.Flags;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagChanges;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.rules.Ruleset;
import milepost.rules.engine.run.RuleFailure;
import milepost.rules.worker.DraftReport;
import org.jspecify.annotations.Nullable;

/**
 * What rules would change if they were published now: the evaluation and the reconciliation of every save, on the facts of every
 * roadmap, writing nothing.
 *
 * @param ruleset version of the rules that were tried
 * @param roadmaps one for each roadmap that is shown, ordered by key
 * @param elsewhere what would change on the roadmaps that whoever asked does not see
 */
public record DryRun(String ruleset, List<OfRoadmap> roadmaps, Elsewhere elsewhere) {

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

    /**
     * Numbers without names: rules hold for every roadmap, so their author has to know how much they would change, but not where.
     *
     * @param roadmaps how many are touched
     * @param changes how many flags would change in each way
     * @param setAside how many evaluations had to leave a rule out
     */
    public record Elsewhere(int roadmaps, Map<Event, Integer> changes, int setAside) {
        static final Elsewhere NONE = of(List.of());

        static Elsewhere of(List<OfRoadmap> touched) {
            Map<Event, Integer> changes = new EnumMap<>(Event.class);
            for (Event event : Event.values()) {
                changes.put(event, counted(touched, event));
            }
            return new Elsewhere(
                    touched.size(),
                    changes,
                    touched.stream().mapToInt(r -> r.setAside().size()).sum());
        }
    }

    public DryRun {
        roadmaps = List.copyOf(roadmaps);
    }

    /** The same for somebody who sees only these roadmaps. */
    public DryRun seenBy(Reach reach) {
        List<OfRoadmap> seen =
                roadmaps.stream().filter(r -> reach.sees(r.roadmap())).toList();
        List<OfRoadmap> hidden =
                roadmaps.stream().filter(r -> !reach.sees(r.roadmap())).toList();
        return new DryRun(ruleset, seen, Elsewhere.of(touched(hidden)));
    }

    /** Tries rules on one roadmap, or on all of them when none is named; NOT_FOUND when there is none of this key. */
    public static DryRun of(Ruleset candidate, Roadmaps roadmaps, Flags flags, @Nullable String roadmap) {
        List<String> keys = roadmap == null ? roadmaps.keys(Reach.EVERYTHING) : List.of(roadmap);
        return new DryRun(
                candidate.version(),
                keys.stream()
                        .map(key -> on(roadmaps.preview(candidate, key), flags, key))
                        .toList(),
                Elsewhere.NONE);
    }

    /** What rules that were evaluated in another process would change on the roadmaps they were evaluated on. */
    public static DryRun of(DraftReport candidate, Roadmaps roadmaps, Flags flags) {
        return new DryRun(
                String.valueOf(candidate.version()),
                candidate.runs().stream()
                        .map(run -> on(roadmaps.preview(candidate, run), flags, run.roadmap()))
                        .toList(),
                Elsewhere.NONE);
    }

    /** How many flags would change in this way, on all roadmaps together. */
    public int count(Event event) {
        return counted(roadmaps, event) + elsewhere.changes().getOrDefault(event, 0);
    }

    /** Roadmaps that are shown on which something would change or a rule failed. */
    public List<OfRoadmap> touched() {
        return touched(roadmaps);
    }

    private static int counted(List<OfRoadmap> roadmaps, Event event) {
        return (int) roadmaps.stream()
                .flatMap(r -> r.lines().stream())
                .filter(line -> line.event() == event)
                .count();
    }

    private static List<OfRoadmap> touched(List<OfRoadmap> roadmaps) {
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

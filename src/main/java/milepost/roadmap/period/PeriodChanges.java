package milepost.roadmap.period;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.roadmap.Health;
import milepost.roadmap.Standing;
import milepost.roadmap.Then;
import org.jspecify.annotations.Nullable;

/**
 * What is different from a frozen period.
 *
 * @param before how the roadmap stood then
 * @param raised flags that count and did not count then, worst first
 * @param cleared flags that counted then and do not any more, worst first
 * @param milestones milestones of which a date, the status or the progress is different, that came or that went
 */
public record PeriodChanges(
        Period since, Health before, Health after, List<Flag> raised, List<Flag> cleared, List<Moved> milestones) {
    private static final Comparator<Flag> WORST =
            Comparator.comparing((Flag flag) -> -flag.severity().ordinal()).thenComparing(Flag::id);

    /** A milestone at both times; null where it was not there. */
    public record Moved(
            @Nullable Milestone before, @Nullable Milestone after) {}

    /**
     * The differences.
     *
     * @param then the roadmap as the period shows it
     * @param now the roadmap as it is looked at
     * @param counted the flags that count in it
     */
    public static PeriodChanges between(Period since, Then then, Snapshot now, List<Flag> counted) {
        return new PeriodChanges(
                since,
                Standing.of(then.snapshot(), then.active()).health(),
                Standing.of(now, counted).health(),
                without(counted, then.active()),
                without(then.active(), counted),
                moved(then.snapshot(), now));
    }

    /** Whether anything is different. */
    public boolean any() {
        return before != after || !raised.isEmpty() || !cleared.isEmpty() || !milestones.isEmpty();
    }

    private static List<Flag> without(List<Flag> flags, List<Flag> others) {
        Set<List<Object>> known = others.stream().map(PeriodChanges::identity).collect(Collectors.toSet());
        return flags.stream()
                .filter(flag -> !known.contains(identity(flag)))
                .sorted(WORST)
                .toList();
    }

    /** Flags to come have no number yet. */
    private static List<Object> identity(Flag flag) {
        return List.of(flag.rule(), flag.kind(), flag.subject());
    }

    private static List<Moved> moved(Snapshot then, Snapshot now) {
        Map<String, Milestone> before =
                then.milestones().stream().collect(Collectors.toMap(Milestone::key, Function.identity()));
        List<Moved> moved = new ArrayList<>();
        for (Milestone after : now.milestones()) {
            Milestone known = before.remove(after.key());
            if (known == null || differs(known, after)) {
                moved.add(new Moved(known, after));
            }
        }
        then.milestones().stream()
                .filter(m -> before.containsKey(m.key()))
                .forEach(gone -> moved.add(new Moved(gone, null)));
        return List.copyOf(moved);
    }

    private static boolean differs(Milestone a, Milestone b) {
        return a.status() != b.status()
                || !Objects.equals(a.due(), b.due())
                || !Objects.equals(a.forecast(), b.forecast())
                || !Objects.equals(a.completedOn(), b.completedOn())
                || !Objects.equals(a.progress(), b.progress());
    }
}

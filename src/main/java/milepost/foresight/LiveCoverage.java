package milepost.foresight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.cases.ConditionCoverage;
import milepost.rules.cases.RuleCase;

/** How often each constraint of a rule is true and false on live facts, looked at over a year; writes nothing. */
public final class LiveCoverage {
    private static final int MOST_EVALUATIONS = 1_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);

    private LiveCoverage() {}

    /**
     * Evaluates rules on each roadmap, as it is recorded now, on {@code today} and on the first day of each month of that year.
     *
     * @param key the rule whose constraints are counted
     * @param snapshots where there are very many, only {@code today} is looked at; a slow rule is looked at on some of them only
     */
    public static List<ConditionCoverage> of(Ruleset rules, String key, List<Snapshot> snapshots, LocalDate today) {
        Set<LocalDate> days = new TreeSet<>(Set.of(today));
        for (int month = 1; month <= 12 && snapshots.size() * 13 <= MOST_EVALUATIONS; month++) {
            days.add(LocalDate.of(today.getYear(), month, 1));
        }
        List<RuleCase> looks = new ArrayList<>();
        for (Snapshot snapshot : snapshots) {
            days.forEach(day -> looks.add(new RuleCase(key, "", day, snapshot, List.of(), "", 0)));
        }
        long end = System.nanoTime() + MOST_TIME.toNanos();
        Iterable<RuleCase> inTime =
                () -> looks.stream().takeWhile(look -> System.nanoTime() < end).iterator();
        return ConditionCoverage.of(rules, inTime).stream()
                .filter(c -> c.rule().equals(key))
                .toList();
    }
}

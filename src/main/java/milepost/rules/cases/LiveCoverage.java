package milepost.rules.cases;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;

/**
 * How often each constraint of a rule is true and false on live facts, looked at over a year; writes nothing. What was found is kept
 * for as long as the facts and the text of the rule stay the same.
 */
public final class LiveCoverage {
    private static final int MOST_EVALUATIONS = 1_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(1);
    private static final Pattern FINDS = Pattern.compile("\\bFinding\\b");

    private final Map<RuleFile, List<ConditionCoverage>> known = new HashMap<>();
    private Facts facts = new Facts(List.of(), LocalDate.EPOCH);

    private record Facts(List<Snapshot> snapshots, LocalDate today) {

        /** Each roadmap today and on the first day of each month of this year; where there are very many, only today. */
        List<RuleCase> looks(String key) {
            Set<LocalDate> days = new TreeSet<>(Set.of(today));
            for (int month = 1; month <= 12 && snapshots.size() * 13 <= MOST_EVALUATIONS; month++) {
                days.add(LocalDate.of(today.getYear(), month, 1));
            }
            List<RuleCase> looks = new ArrayList<>();
            for (Snapshot snapshot : snapshots) {
                days.forEach(day -> looks.add(new RuleCase(key, "", day, snapshot, null, List.of(), "", 0)));
            }
            return looks;
        }
    }

    /** Whether what the rules of a file report depends on what other rules find, so that they cannot be looked at alone. */
    public static boolean readsFindings(RuleFile file) {
        return readsFindings(file.content());
    }

    /** The same of the text of a rule. */
    public static boolean readsFindings(String text) {
        return FINDS.matcher(text).find();
    }

    /**
     * Evaluates rules on each roadmap, as it is recorded now, on {@code today} and on the first day of each month of that year.
     *
     * @param key the rule whose constraints are counted; a slow rule is looked at on some of the facts only
     */
    public static List<ConditionCoverage> of(Ruleset rules, String key, List<Snapshot> snapshots, LocalDate today) {
        long end = end();
        List<RuleCase> looks = new Facts(snapshots, today).looks(key);
        Iterable<RuleCase> inTime =
                () -> looks.stream().takeWhile(look -> System.nanoTime() < end).iterator();
        return ConditionCoverage.of(rules, inTime).stream()
                .filter(c -> c.rule().equals(key))
                .toList();
    }

    /** When looking that begins now has to end. */
    public static long end() {
        return System.nanoTime() + MOST_TIME.toNanos();
    }

    /**
     * The constraints of the rules of one file, alone; nothing when there is no time left to look at all facts, or when they read what
     * others find.
     *
     * @param end as {@link System#nanoTime} counts
     */
    public synchronized List<ConditionCoverage> of(RuleFile file, List<Snapshot> snapshots, LocalDate today, long end) {
        Facts now = new Facts(List.copyOf(snapshots), today);
        if (!now.equals(facts)) {
            known.clear();
            facts = now;
        }
        List<ConditionCoverage> before = known.get(file);
        if (before != null || readsFindings(file) || System.nanoTime() > end) {
            return before == null ? List.of() : before;
        }
        Ruleset alone = Ruleset.compile(List.of(file)).ruleset();
        if (alone == null) {
            return List.of();
        }
        List<ConditionCoverage> all = new ArrayList<>();
        alone.rules().forEach(rule -> all.addAll(of(alone, rule.key(), snapshots, today)));
        if (System.nanoTime() > end) {
            return List.of();
        }
        known.put(file, List.copyOf(all));
        return all;
    }
}

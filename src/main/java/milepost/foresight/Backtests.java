package milepost.foresight;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.facts.TargetDate;
import milepost.roadmap.Roadmaps;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleInfo;
import org.jspecify.annotations.Nullable;

/** Runs rules over the recorded history of a roadmap; writes nothing. */
public final class Backtests {
    /** What is held against the rules unless something else is asked for. */
    public static final String OUTCOME = "slip>6mo";

    private static final Pattern SLIP = Pattern.compile("slip>([0-9]{1,3})mo");
    private static final double DAYS_OF_A_MONTH = 30.4375;

    private final Ruleset rules;
    private final double months;
    private final List<Row> rows = new ArrayList<>();
    private final List<Backtest.Day> days = new ArrayList<>();
    private final Map<String, LocalDate> since = new HashMap<>();
    private int unknown;

    /**
     * One milestone on one day.
     *
     * @param reported the rules that reported about it, each with the first day of its unbroken reports
     * @param shown the day that showed the outcome
     */
    private record Row(boolean wrong, double monthsLeft, Map<String, LocalDate> reported, LocalDate shown) {}

    /** A state of the record and the day it was reached. */
    private record State(LocalDate day, Snapshot facts) {}

    private Backtests(Ruleset rules, double months) {
        this.rules = rules;
        this.months = months;
    }

    /**
     * Runs rules over the days on which the record of a roadmap changed.
     *
     * <p>NOT_FOUND when there is no such roadmap; INVALID for an outcome that is not known.
     */
    public static Backtest run(Roadmaps roadmaps, Ruleset rules, String roadmap, Asked asked) {
        Matcher slip = SLIP.matcher(asked.outcome());
        if (!slip.matches()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "The outcome \"" + asked.outcome() + "\" is not known; write slip>6mo, with any number of months.");
        }
        ZoneId zone = roadmaps.snapshot(roadmap).roadmap().zone();
        Map<LocalDate, Instant> last = new TreeMap<>();
        roadmaps.chronicle()
                .instants(roadmap)
                .forEach(at -> last.put(at.atZone(zone).toLocalDate(), at));
        Backtests backtest = new Backtests(rules, Double.parseDouble(slip.group(1)));
        State before = null;
        for (Map.Entry<LocalDate, Instant> day : last.entrySet()) {
            if (asked.covers(day.getKey())) {
                State state = roadmaps.findSnapshot(roadmap, day.getValue())
                        .map(facts -> new State(day.getKey(), facts))
                        .orElse(null);
                if (before != null && state != null) {
                    backtest.look(before, state);
                }
                before = state == null ? before : state;
            }
        }
        return backtest.result(roadmap, asked.outcome());
    }

    /**
     * What is asked for.
     *
     * @param from days before are left out; null for none
     * @param to days after are left out and not looked at either; null for none
     */
    public record Asked(@Nullable LocalDate from, @Nullable LocalDate to, String outcome) {
        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    /** The rules see the state and nothing later; the next state only tells what became of it. */
    private void look(State state, State next) {
        Map<String, Set<String>> reported = new HashMap<>();
        Outcome outcome = rules.evaluate(state.facts(), state.day());
        if (outcome instanceof Outcome.Complete complete) {
            complete.findings().stream()
                    .filter(f -> f.kind() == SubjectKind.MILESTONE)
                    .forEach(f -> reported.computeIfAbsent(f.subject(), s -> new HashSet<>())
                            .add(f.rule()));
        }
        remember(reported, state.day());
        int before = rows.size();
        Map<String, Milestone> later =
                next.facts().milestones().stream().collect(Collectors.toMap(Milestone::key, m -> m));
        for (Milestone milestone : state.facts().milestones()) {
            if (milestone.open()) {
                row(state.day(), next.day(), milestone, later.get(milestone.key()), reported);
            }
        }
        List<Row> today = rows.subList(before, rows.size());
        days.add(new Backtest.Day(
                state.day(),
                today.size(),
                (int) today.stream().filter(r -> !r.reported().isEmpty()).count(),
                (int) today.stream().filter(Row::wrong).count(),
                outcome instanceof Outcome.Complete complete
                        ? complete.setAside().size()
                        : rules.rules().size()));
    }

    private void remember(Map<String, Set<String>> reported, LocalDate day) {
        Set<String> now = new HashSet<>();
        reported.forEach((subject, keys) -> keys.forEach(rule -> now.add(rule + " " + subject)));
        since.keySet().retainAll(now);
        now.forEach(key -> since.putIfAbsent(key, day));
    }

    private void row(
            LocalDate day,
            LocalDate shown,
            Milestone now,
            @Nullable Milestone then,
            Map<String, Set<String>> reported) {
        TargetDate due = now.due();
        TargetDate moved = then == null ? null : then.due();
        if (due == null || moved == null) {
            unknown++;
            return;
        }
        Map<String, LocalDate> first = new HashMap<>();
        reported.getOrDefault(now.key(), Set.of())
                .forEach(rule -> first.put(rule, since.getOrDefault(rule + " " + now.key(), day)));
        boolean wrong = ChronoUnit.DAYS.between(due.last(), moved.last()) / DAYS_OF_A_MONTH > months;
        rows.add(new Row(wrong, ChronoUnit.DAYS.between(day, due.last()) / DAYS_OF_A_MONTH, first, shown));
    }

    private Backtest result(String roadmap, String outcome) {
        int positives = (int) rows.stream().filter(Row::wrong).count();
        Map<String, Integer> points = rules.rules().stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::points));
        List<Backtest.OfRule> each = rules.rules().stream()
                .map(rule -> of(rule, positives))
                .filter(rule -> rule.reported() > 0 || rule.points() != 0)
                .toList();
        return new Backtest(
                roadmap,
                rules.version(),
                outcome,
                days,
                each,
                rows.size(),
                unknown,
                positives,
                new Backtest.Ranking(
                        "sum of points",
                        auc(row -> row.reported().keySet().stream()
                                .mapToInt(rule -> points.getOrDefault(rule, 0))
                                .sum())),
                new Backtest.Ranking("fewer months to the end date", auc(row -> -row.monthsLeft())));
    }

    private Backtest.OfRule of(RuleInfo rule, int positives) {
        List<Row> reported =
                rows.stream().filter(r -> r.reported().containsKey(rule.key())).toList();
        List<Row> right = reported.stream().filter(Row::wrong).toList();
        double lead = right.stream()
                .mapToLong(r -> ChronoUnit.DAYS.between(r.reported().get(rule.key()), r.shown()))
                .average()
                .orElse(Double.NaN);
        return new Backtest.OfRule(
                rule.key(),
                rule.points(),
                reported.size(),
                right.size(),
                part(right.size(), reported.size()),
                part(right.size(), positives),
                right.isEmpty() ? null : lead);
    }

    private static @Nullable Double part(int of, int all) {
        return all == 0 ? null : (double) of / all;
    }

    private interface Score {
        double of(Row row);
    }

    /** By ranks, each tie with the middle of its ranks. */
    private @Nullable Double auc(Score score) {
        TreeMap<Double, int[]> counts = new TreeMap<>();
        for (Row row : rows) {
            counts.computeIfAbsent(score.of(row), s -> new int[2])[row.wrong() ? 1 : 0]++;
        }
        long below = 0;
        double won = 0;
        for (int[] tied : counts.values()) {
            won += tied[1] * (below + tied[0] / 2.0);
            below += tied[0];
        }
        long wrong = rows.size() - below;
        return wrong == 0 || below == 0 ? null : won / ((double) wrong * below);
    }
}

package milepost.foresight;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import milepost.facts.Snapshot;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.Reconciliation;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.GeneratedRoadmap;
import milepost.rules.engine.report.Outcome;

/**
 * A year's forecast, and what would clear fifty flags, beside one evaluation of the same roadmap: they take turns in one thread,
 * and its processor time counts. Arguments: milestones, seconds.
 */
public final class ForesightTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final LocalDate TODAY = GeneratedRoadmap.TODAY;
    private static final Instant NOW = TODAY.atStartOfDay(ZoneOffset.UTC).toInstant();

    private ForesightTimes() {}

    public static void main(String[] args) {
        Ruleset rules = Objects.requireNonNull(
                Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset());
        Snapshot roadmap = GeneratedRoadmap.of(7, Integer.parseInt(args[0]));
        List<Flag> flags = flags(rules, roadmap);
        List<Flag> fifty = every(flags, Math.max(1, flags.size() / 50));
        Map<String, Runnable> tasks = new LinkedHashMap<>();
        tasks.put("one evaluation", () -> rules.evaluate(roadmap, TODAY));
        tasks.put("a year's forecast", () -> new DayByDay(roadmap, rules, flags).play(TODAY, TODAY.plusYears(1)));
        tasks.put("clearing of " + fifty.size() + " flags", () -> {
            Clearing clearing = new Clearing(rules, roadmap, TODAY, NOW);
            fifty.forEach(clearing::of);
        });
        long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
        Map<String, List<Double>> times = new LinkedHashMap<>();
        while (System.nanoTime() < end) {
            tasks.forEach((name, task) ->
                    times.computeIfAbsent(name, n -> new ArrayList<>()).add(time(task)));
        }
        times.forEach((name, list) -> System.out.printf(
                Locale.ROOT,
                "%-22s %4d runs, median %8.2f ms, %6.1f evaluations%n",
                name,
                list.size(),
                median(list),
                median(list) / median(times.get("one evaluation"))));
    }

    private static List<Flag> flags(Ruleset rules, Snapshot roadmap) {
        Outcome.Complete found = (Outcome.Complete) rules.evaluate(roadmap, TODAY);
        Reconciliation.Input input = new Reconciliation.Input(
                roadmap.roadmap().key(),
                found.findings(),
                Set.of(),
                Map.of(),
                Set.of(),
                TODAY,
                NOW,
                rules.version(),
                new Cause(Cause.Kind.CLOCK, TODAY.toString()));
        return Reconciliation.merge(List.of(), input).stream()
                .map(Reconciliation.Step::flag)
                .toList();
    }

    private static List<Flag> every(List<Flag> flags, int step) {
        List<Flag> some = new ArrayList<>();
        for (int i = 0; i < flags.size() && some.size() < 50; i += step) {
            some.add(flags.get(i));
        }
        return some;
    }

    private static double time(Runnable task) {
        long before = THREADS.getCurrentThreadCpuTime();
        task.run();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** Of the later half, when the machine has warmed up. */
    private static double median(List<Double> times) {
        List<Double> later = times.subList(times.size() / 2, times.size());
        return later.stream().sorted().toList().get(later.size() / 2);
    }
}

package milepost.rules.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import milepost.facts.Snapshot;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.engine.GeneratedRoadmap;
import milepost.rules.engine.PlainDrools;
import milepost.rules.language.RuleFile;

/**
 * The evaluation beside its rivals on a busy machine: they take turns in one thread and only the processor time of that thread
 * counts, so that what else runs cannot favour one of them. Arguments: milestones, seconds, and optionally the one to run alone
 * under a profiler.
 */
public final class SideBySide {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private SideBySide() {}

    public static void main(String[] args) {
        int milestones = Integer.parseInt(args[0]);
        long end = System.nanoTime() + Long.parseLong(args[1]) * 1_000_000_000L;
        Map<String, Runnable> rivals = rivals(milestones);
        if (args.length > 2) {
            rivals.keySet().retainAll(List.of(args[2]));
        }
        Map<String, List<Long>> times = new LinkedHashMap<>();
        rivals.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        while (System.nanoTime() < end) {
            rivals.forEach((name, rival) -> times.get(name).add(time(rival)));
        }
        times.values().forEach(list -> list.subList(0, list.size() / 2).clear());
        report(times);
    }

    private static Map<String, Runnable> rivals(int milestones) {
        List<RuleFile> files = RuleFolder.read(Path.of("rules")).rules();
        Snapshot roadmap = GeneratedRoadmap.of(7, milestones);
        Ruleset ours = Objects.requireNonNull(Ruleset.compile(files).ruleset());
        PlainDrools generated = PlainDrools.compile(files, ours.rules());
        Map<String, Runnable> rivals = new LinkedHashMap<>();
        rivals.put("ours", () -> ours.evaluate(roadmap, GeneratedRoadmap.TODAY));
        rivals.put("generated", () -> generated.evaluateInOneSession(roadmap, GeneratedRoadmap.TODAY));
        rivals.put("by hand", () -> HandWritten.evaluate(roadmap, GeneratedRoadmap.TODAY));
        rivals.put("compile", () -> Ruleset.compile(files));
        return rivals;
    }

    private static long time(Runnable rival) {
        long before = THREADS.getCurrentThreadCpuTime();
        rival.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    /** The later half of the runs: medians, and for each run of ours its ratio to the rival's of the same turn. */
    private static void report(Map<String, List<Long>> times) {
        List<Long> ours = times.get("ours");
        times.forEach((name, list) -> {
            double[] sorted = list.stream().mapToDouble(t -> t / 1e6).sorted().toArray();
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %6d runs, median %8.3f ms, tenth %8.3f, ninetieth %8.3f",
                    name,
                    sorted.length,
                    at(sorted, 0.5),
                    at(sorted, 0.1),
                    at(sorted, 0.9));
            if (ours != null && !name.equals("ours")) {
                double[] ratios = new double[Math.min(ours.size(), list.size())];
                Arrays.setAll(ratios, i -> (double) ours.get(i) / list.get(i));
                Arrays.sort(ratios);
                System.out.printf(Locale.ROOT, "; ours / it: %.2f", at(ratios, 0.5));
            }
            System.out.println();
        });
    }

    private static double at(double[] sorted, double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) (part * (sorted.length - 1))];
    }
}

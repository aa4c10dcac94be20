package milepost.roadmap;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Status;
import milepost.flags.Flags;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.store.HistoryFilter;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.jspecify.annotations.Nullable;

/**
 * What a page of the history costs: at its newest and its oldest end, of a milestone with few changes and of one with a thousand, in a
 * roadmap with thousands. Run it as a program: it compares a milestone with a hundred changes and one with a thousand, or those of the
 * numbers given as arguments. The time told is that of the quickest tenth of the readings, since the machine may be busy with other work.
 */
public final class HistoryBenchmark {
    private static final int PAGE = 21;
    private static final int RUNS = 200;

    private HistoryBenchmark() {}

    /** One milestone with the version it is at. */
    private static final class Busy {
        private final String key;
        private long version;

        private Busy(String key) {
            this.key = key;
        }
    }

    public static void main(String[] arguments) {
        List<Integer> sizes = arguments.length == 0
                ? List.of(100, 1_000)
                : Arrays.stream(arguments).map(Integer::valueOf).toList();
        Ruleset rules =
                Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
        for (Databases kind : Databases.values()) {
            double before = 0;
            for (int busy : sizes) {
                Databases.Clock clock = new Databases.Clock("2025-01-01T00:00:00Z");
                try (Database database = kind.open(clock)) {
                    Roadmaps roadmaps = new Roadmaps(database, new Flags(database), () -> rules);
                    double page = measure(kind, roadmaps, busy, fill(roadmaps, clock, busy));
                    ratio(before, page, "newest page of " + busy + " changes to that of fewer");
                    before = page;
                }
            }
        }
        System.exit(0);
    }

    private static void ratio(double one, double other, String what) {
        if (one > 0) {
            System.out.printf(Locale.ROOT, "%57s %8.2f   %s%n", "ratio", other / one, what);
        }
    }

    /** Every second change is of the busy milestone, the others go round; returns the number of the first change. */
    private static long fill(Roadmaps roadmaps, Databases.Clock clock, int busy) {
        Recorded fresh = new Recorded(0, Instant.EPOCH, "");
        Roadmap roadmap = new Roadmap("B", "Busy", null, "RU", null, null, null, ZoneOffset.UTC, List.of(), fresh);
        long first = save(roadmaps, new Edit.Put(roadmap));
        Busy one = new Busy("M-0");
        List<Busy> others = new ArrayList<>();
        for (int i = 1; i <= 50; i++) {
            others.add(new Busy("M-" + i));
        }
        Instant start = clock.instant();
        for (int i = 0; i < busy; i++) {
            clock.set(start.plusSeconds(3_600L * i).toString());
            save(roadmaps, revision(one, i));
            save(roadmaps, revision(others.get(i % others.size()), i));
        }
        return first;
    }

    /** Returns what the newest page of the busy milestone takes. */
    private static double measure(Databases kind, Roadmaps roadmaps, int busy, long first) {
        Past past = roadmaps.past();
        long early = first + 60;
        HistoryFilter few = HistoryFilter.ofMilestone("M-1", null);
        HistoryFilter newest = HistoryFilter.ofMilestone("M-0", null);
        HistoryFilter oldest = HistoryFilter.ofMilestone("M-0", early);
        HistoryFilter person = new HistoryFilter(early, "bench", null, null, null, null);
        print(kind, busy, "roadmap, newest page", () -> past.page("B", HistoryFilter.ALL, PAGE));
        print(kind, busy, "roadmap, oldest page", () -> past.page("B", HistoryFilter.ALL.before(early), PAGE));
        print(kind, busy, "by person, oldest page", () -> past.page("B", person, PAGE));
        print(kind, busy, "milestone with few changes", () -> past.page("B", few, PAGE));
        double page = print(kind, busy, "busy milestone, newest page", () -> past.page("B", newest, PAGE));
        if (busy > 20 * PAGE) {
            HistoryFilter twentieth = HistoryFilter.ofMilestone("M-0", first + 2L * (busy - 19 * (PAGE - 1)));
            ratio(
                    page,
                    print(kind, busy, "busy milestone, page 20", () -> past.page("B", twentieth, PAGE)),
                    "page 20 to page 1");
        }
        print(kind, busy, "busy milestone, oldest page", () -> past.page("B", oldest, PAGE));
        print(
                kind,
                busy,
                "its own versions, newest page",
                () -> roadmaps.chronicle().history("B", "M-0", null, PAGE));
        print(
                kind,
                busy,
                "its own versions, oldest page",
                () -> roadmaps.chronicle().history("B", "M-0", early, PAGE));
        print(kind, busy, "its moves of the due date", () -> past.findPromise("B", "M-0"));
        return page;
    }

    private static double print(Databases kind, int busy, String what, Runnable page) {
        for (int i = 0; i < RUNS; i++) {
            page.run();
        }
        long[] took = new long[RUNS];
        for (int i = 0; i < RUNS; i++) {
            long begin = System.nanoTime();
            page.run();
            took[i] = System.nanoTime() - begin;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT, "%-10s %6d changes  %-32s %8.2f ms%n", kind, busy, what, took[RUNS / 10] / 1_000_000.0);
        return took[RUNS / 10];
    }

    private static long save(Roadmaps roadmaps, Edit edit) {
        Saved saved = roadmaps.save(new Roadmaps.Author("bench", "measured", null), "B", List.of(edit));
        return java.util.Objects.requireNonNull(saved.change()).id();
    }

    private static Edit revision(Busy milestone, int round) {
        @Nullable String owner = "Officer " + round;
        return new Edit.MilestoneRevision(
                milestone.key,
                milestone.version++,
                "A milestone",
                null,
                null,
                null,
                Status.PLANNED,
                null,
                null,
                null,
                null,
                null,
                owner,
                List.of(),
                List.of(),
                null);
    }
}

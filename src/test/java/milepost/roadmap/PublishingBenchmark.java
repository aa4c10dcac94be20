package milepost.roadmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.Flags;
import milepost.foresight.DryRun;
import milepost.roadmap.fact.Edit;
import milepost.rules.Ruleset;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.language.RuleFile;
import milepost.rules.language.check.RuleParser;
import milepost.rules.worker.Bench;
import milepost.rules.worker.DraftReport;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Request;

/**
 * How long authors wait: a check after one edit in 100 rules, a dry run over 50 roadmaps of 200 milestones, a publication; and what 200
 * publications leave behind. Run by hand.
 */
public final class PublishingBenchmark {
    private static final Recorded NEW = new Recorded(0, Instant.EPOCH, "");
    private static final int ROUNDS = 12;
    private static final int RULES = 100;

    private final Rulebook book;
    private final Flags flags;
    private final Roadmaps roadmaps;
    private final Publishing publishing;

    private PublishingBenchmark(Database database, Path disk, DraftWorker worker) {
        this.book = Rulebook.open(database, () -> LiveFolder.read(disk));
        LiveFolder folder = new LiveFolder(database, book, disk, null);
        folder.align();
        this.flags = new Flags(database);
        this.roadmaps = new Roadmaps(database, flags, book::live);
        this.publishing = new Publishing(book, new Drafts(database, book), folder, roadmaps, false)
                .triedIn(Trial.in(() -> worker, roadmaps));
    }

    public static void main(String[] args) throws IOException {
        Path disk = Files.createTempDirectory("rules");
        LiveFolder.read(Path.of("rules")).texts().forEach((path, text) -> write(disk.resolve(path), text));
        try (Database database = Databases.SQLITE.open(new Databases.Clock("2026-11-23T09:00:00Z"));
                DraftWorker worker = DraftWorker.start()) {
            PublishingBenchmark bench = new PublishingBenchmark(database, disk, worker);
            worker.jail();
            bench.checks(worker);
            bench.publications("no roadmaps", ROUNDS);
            bench.manyPublications();
            for (int i = 0; i < 50; i++) {
                bench.roadmaps.save(new Roadmaps.Author("bench", "made up", null), "R" + i, roadmap("R" + i));
            }
            bench.dryRuns();
            bench.publications("50 x 200", ROUNDS / 2);
        }
    }

    /** Against the bare compilation of the same rules, all files read anew. */
    private void checks(DraftWorker worker) {
        RuleFiles hundred = hundred();
        report("bare compilation of " + RULES + " rules", round -> Ruleset.compile(hundred.rules()));
        report("parsing alone of " + RULES + " rules", round -> RuleParser.parse(hundred.rules()));
        Bench here = new Bench();
        report("check after one edit, in this process", round -> here.report(Request.check(edited(hundred, round))));
        report("check after one edit, in a child", round -> worker.ask(Request.check(edited(hundred, round))));
        report(
                "cases of the shipped rules, in a child",
                round -> publishing.trial().test(changed(book.current().files(), round)));
    }

    private void dryRuns() {
        report("dry run, 50 x 200, in a child", round -> {
            RuleFiles candidate = changed(book.current().files(), 1_000 + round);
            DraftReport tried =
                    publishing.trial().onFacts(candidate, roadmaps.keys(milepost.facts.Reach.EVERYTHING), false);
            return DryRun.of(tried, roadmaps, flags);
        });
        report("dry run, 50 x 200, in this process", round -> {
            RuleFiles candidate = changed(book.current().files(), 2_000 + round);
            return DryRun.of(candidate.compile(), roadmaps, flags, null);
        });
    }

    private void publications(String what, int rounds) {
        report("publication with review, trial and sweep, " + what, round -> publish(), rounds);
    }

    /** Three times two hundred: what grows shows in each, what is filled once only in the first. */
    private void manyPublications() {
        for (int round = 1; round <= 3; round++) {
            long classes = ManagementFactory.getClassLoadingMXBean().getLoadedClassCount();
            long metaspace = metaspace();
            long heap = heap();
            for (int i = 0; i < 200; i++) {
                publish();
            }
            System.out.printf(
                    "200 publications, time %d: %+d classes, %+d kB metaspace, %+d kB heap (of %d kB)%n",
                    round,
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount() - classes,
                    (metaspace() - metaspace) / 1024,
                    (heap() - heap) / 1024,
                    heap / 1024);
        }
    }

    private Object publish() {
        return publishing.publish(
                Publication.web("ada", "ada", "round"),
                changed(book.current().files(), (int) book.current().number()),
                book.current().number());
    }

    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }

    private static void report(String what, IntFunction<?> work) {
        report(what, work, ROUNDS);
    }

    private static void report(String what, IntFunction<?> work, int rounds) {
        long[] micros = new long[rounds];
        for (int round = 0; round < rounds; round++) {
            long begin = System.nanoTime();
            Objects.requireNonNull(work.apply(round));
            micros[round] = (System.nanoTime() - begin) / 1_000;
        }
        long[] warm = Arrays.copyOfRange(micros, rounds / 3, rounds);
        Arrays.sort(warm);
        System.out.printf(
                "%-64s smallest %8.1f ms, median %8.1f ms%n", what, warm[0] / 1e3, warm[warm.length / 2] / 1e3);
    }

    /** The shipped rules, again and again under other names. */
    private static RuleFiles hundred() {
        RuleFiles shipped = LiveFolder.read(Path.of("rules"));
        TreeMap<String, String> texts = new TreeMap<>();
        for (int copy = 0; texts.size() < RULES; copy++) {
            for (RuleFile file : shipped.rules()) {
                String suffix = "-x" + copy;
                if (texts.size() < RULES) {
                    texts.put(
                            file.path().replace(".drl", suffix + ".drl"),
                            file.content().replaceAll("rule \"([a-z/-]+)\"", "rule \"$1" + suffix + "\""));
                }
            }
        }
        return new RuleFiles(texts);
    }

    private static List<RuleFile> edited(RuleFiles files, int round) {
        String path = files.texts().firstKey();
        return files.with(path, files.texts().get(path) + "// " + round + "\n").rules();
    }

    private static RuleFiles changed(RuleFiles files, int round) {
        String path = "schedule/deadline-missed.drl";
        return files.with(path, files.texts().get(path).replaceFirst("(// .*)?$", "// " + round));
    }

    private static List<Edit> roadmap(String key) {
        List<Edit> edits = new ArrayList<>();
        edits.add(new Edit.Put(new Roadmap(
                key, "Roadmap " + key, null, "RU", null, null, null, ZoneId.of("UTC"), List.of("one", "two"), NEW)));
        for (int i = 0; i < 200; i++) {
            TargetDate due = TargetDate.day(LocalDate.of(2026, 6, 1).plusDays(i * 3L));
            edits.add(new Edit.MilestoneRevision(
                    "M-" + i,
                    0,
                    "Milestone " + i,
                    null,
                    null,
                    null,
                    Status.IN_PROGRESS,
                    40,
                    null,
                    due,
                    null,
                    null,
                    i % 5 == 0 ? null : "K. Osei",
                    List.of(),
                    List.of(),
                    null));
        }
        return edits;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

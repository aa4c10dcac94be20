package milepost.roadmap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Recorded;
import milepost.facts.Roadmap;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.Flags;
import milepost.foresight.DryRun;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;

/** How long a dry run over 50 roadmaps of 200 milestones and a publication take; run by hand. */
public final class PublishingBenchmark {
    private static final Recorded NEW = new Recorded(0, Instant.EPOCH, "");
    private static final int ROUNDS = 7;

    private PublishingBenchmark() {}

    public static void main(String[] args) throws IOException {
        Path disk = Files.createTempDirectory("rules");
        LiveFolder.read(Path.of("rules")).texts().forEach((path, text) -> write(disk.resolve(path), text));
        try (Database database = Databases.SQLITE.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            Rulebook book = Rulebook.open(database, () -> LiveFolder.read(disk));
            LiveFolder folder = new LiveFolder(database, book, disk, null);
            folder.align();
            Flags flags = new Flags(database);
            Roadmaps roadmaps = new Roadmaps(database, flags, book::live);
            Publishing publishing = new Publishing(book, new Drafts(database, book), folder, roadmaps, false);
            publications(book, publishing, "no roadmaps");
            for (int i = 0; i < 50; i++) {
                roadmaps.save(new Roadmaps.Author("bench", "made up", null), "R" + i, roadmap("R" + i));
            }
            RuleFiles candidate = changed(book.current().files(), 99);
            for (int round = 0; round < ROUNDS; round++) {
                long begin = System.nanoTime();
                DryRun dry = DryRun.of(candidate.compile(), roadmaps, flags, null);
                System.out.printf(
                        "dry run, 50 x 200: %d ms, %d reworded%n", millis(begin), dry.count(DryRun.Event.REWORDED));
            }
            publications(book, publishing, "50 x 200");
        }
    }

    private static void publications(Rulebook book, Publishing publishing, String what) {
        for (int round = 0; round < ROUNDS; round++) {
            RuleFiles files =
                    changed(book.current().files(), (int) book.current().number());
            long begin = System.nanoTime();
            publishing.publish(
                    Publication.web("ada", "ada", "round"),
                    files,
                    book.current().number());
            System.out.printf("publication with review and sweep, %s: %d ms%n", what, millis(begin));
        }
    }

    private static RuleFiles changed(RuleFiles files, int round) {
        String path = "schedule/deadline-missed.drl";
        return files.with(path, files.texts().get(path) + "// " + round + "\n");
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

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
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

package milepost.roadmap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import milepost.Databases;
import milepost.db.Database;
import milepost.flags.Flags;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.ManyRules;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.language.RuleFile;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Request;

/**
 * How long authors wait who have 300 rules with about 2,000 cases: from the start of the program to a change of all files. Run by hand.
 */
public final class ManyRulesBenchmark {
    private static final int RULES = 300;
    private static final String EDITED = "schedule/deadline-missed.drl";

    private ManyRulesBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path disk = Files.createTempDirectory("rules");
        ManyRules.write(ManyRules.of(RULES), disk);
        Databases.Clock clock = new Databases.Clock("2026-11-23T09:00:00Z");
        try (Database database = Databases.SQLITE.open(clock);
                DraftWorker worker =
                        DraftWorker.start(() -> Request.test(ManyRules.of(RULES).rules(), List.of()))) {
            Rulebook book = timed("open the rulebook", () -> Rulebook.open(database, () -> LiveFolder.read(disk)));
            Roadmaps roadmaps = new Roadmaps(database, new Flags(database), book::live);
            Drafts drafts = new Drafts(database, book);
            Publishing[] publishing = new Publishing[1];
            LiveFolder folder =
                    new LiveFolder(database, book, disk, null).reviewedBy(files -> publishing[0].reviewOnFacts(files));
            publishing[0] =
                    new Publishing(book, drafts, folder, roadmaps, false).triedIn(Trial.in(() -> worker, roadmaps));
            timed("first look at the folder", folder::align);
            timed("cases for the list of rules", book::examples);
            worker.jail();
            Thread.sleep(10_000);
            for (int i = 1; i <= 4; i++) {
                RuleFiles edited = edited(book.current().files(), "trial " + i);
                timed("review of one edit, " + i, () -> publishing[0].review(edited));
            }
            for (int i = 1; i <= 4; i++) {
                RuleFiles edited = edited(book.current().files(), "publication " + i);
                long base = book.current().number();
                timed(
                        "publication of one edit, " + i,
                        () -> publishing[0].publish(Publication.web("ada", "ada", "edited"), edited, base));
                timed("cases for the list of rules, " + i, book::examples);
            }
            for (int i = 1; i <= 3; i++) {
                Files.writeString(disk.resolve(EDITED), Files.readString(disk.resolve(EDITED)) + "// by hand\n");
                timed("one file saved on disk, " + i, folder::align);
            }
            replaceAll(disk);
            timed("all files replaced", folder::align);
            System.out.println(folder.problems());
        }
    }

    private static RuleFiles edited(RuleFiles files, String remark) {
        return files.with(EDITED, files.texts().get(EDITED) + "// " + remark + "\n");
    }

    private static void replaceAll(Path disk) throws IOException {
        for (var file : LiveFolder.read(disk).texts().entrySet()) {
            Files.writeString(
                    disk.resolve(file.getKey()),
                    (file.getKey().endsWith(RuleFile.RULE) ? "// " : "# ") + "another state\n" + file.getValue());
        }
    }

    private static <T> T timed(String what, Callable<T> work) throws Exception {
        long begin = System.nanoTime();
        Duration here = taken(ProcessHandle.current());
        Duration there = ofChildren();
        T done = work.call();
        System.out.printf(
                "%-34s %8.1f ms; of processors %6d ms here, %6d ms in children%n",
                what,
                (System.nanoTime() - begin) / 1e6,
                taken(ProcessHandle.current()).minus(here).toMillis(),
                ofChildren().minus(there).toMillis());
        return done;
    }

    private static Duration ofChildren() {
        return ProcessHandle.current()
                .descendants()
                .map(ManyRulesBenchmark::taken)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration taken(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

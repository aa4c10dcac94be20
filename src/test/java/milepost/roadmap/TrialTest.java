package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Problem;
import milepost.flags.Flags;
import milepost.rules.book.Drafts;
import milepost.rules.book.LiveFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Misbehaving;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Rules are tried in a child process before the program runs them. */
class TrialTest {
    private final Databases.Clock clock = new Databases.Clock("2026-11-24T09:00:00Z");
    private final Database database = Databases.SQLITE.open(clock);
    private final RuleFiles shipped = LiveFolder.read(Path.of("rules"));
    private final Rulebook book = Rulebook.open(database, () -> shipped);
    private final Roadmaps roadmaps = new Roadmaps(database, new Flags(database), book::live);
    private final Publishing untried = new Publishing(
            book,
            new Drafts(database, book),
            new LiveFolder(database, book, Databases.temporaryFolder(), null),
            roadmaps,
            false);

    @Test
    void rules_that_pass_their_trial_are_reviewed() throws Exception {
        RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
        roadmaps.importDated(example.roadmap(), example.changes());
        try (database;
                DraftWorker worker = DraftWorker.start()) {
            Publishing publishing = untried.triedIn(Trial.in(() -> worker, roadmaps));

            assertThat(publishing.review(shipped).passes()).isTrue();
        }
    }

    @Test
    void rules_that_do_not_come_to_an_end_are_turned_away_before_the_program_runs_them() {
        try (database;
                DraftWorker worker = Misbehaving.worker(Duration.ofSeconds(1))) {
            Publishing publishing = untried.triedIn(Trial.in(() -> worker, roadmaps));
            RuleFiles endless = shipped.with("a/hang.drl", "whatever");

            Trial trial = publishing.trial();
            for (ThrowingCallable act : List.<ThrowingCallable>of(
                    () -> trial.check(endless, List.of()),
                    () -> trial.test(endless),
                    () -> trial.onFacts(endless, List.of(), false),
                    () -> trial.advise(endless, "a/hang.drl", List.of()),
                    () -> publishing.publish(Publication.web("ada", "ada", "x"), endless, 0))) {
                assertThatThrownBy(act).isInstanceOf(Problem.class).hasMessageContaining("took too long");
            }
        }
    }
}

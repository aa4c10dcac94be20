package milepost.roadmap;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.rules.book.RuleFiles;
import milepost.rules.worker.Answer;
import milepost.rules.worker.DraftWorker;

/**
 * Tries rules in a child process, with their cases and on the facts of every roadmap, before this program runs them. What is wrong
 * with them is for the review to say; here only rules that cost too much are turned away.
 */
public final class Trial {
    private final Supplier<DraftWorker> worker;
    private final Roadmaps roadmaps;
    private final InstantSource clock;

    public Trial(Supplier<DraftWorker> worker, Roadmaps roadmaps, InstantSource clock) {
        this.worker = worker;
        this.roadmaps = roadmaps;
        this.clock = clock;
    }

    /** INVALID when the child had to be stopped. */
    void require(RuleFiles files) {
        List<Snapshot> facts = roadmaps.keys().stream().map(roadmaps::snapshot).toList();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Answer answer = worker.get().trial(files.rules(), files.cases(), facts, today);
        if (answer instanceof Answer.Stopped stopped) {
            throw new Problem(Problem.Kind.INVALID, stopped.message());
        }
    }
}

package milepost.roadmap;

import java.util.List;
import java.util.function.Supplier;
import milepost.facts.Problem;
import milepost.rules.book.RuleFiles;
import milepost.rules.worker.Answer;
import milepost.rules.worker.Bench;
import milepost.rules.worker.DraftReport;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Look;
import milepost.rules.worker.Request;

/**
 * Tries rules that are not published, before this program runs them. What is wrong with them stands in the report; INVALID when
 * trying them cost too much, CONFLICT when they could not be tried just now.
 */
public final class Trial {

    private interface Place {
        Answer ask(Request request);
    }

    private final Place place;
    private final Roadmaps roadmaps;

    private Trial(Place place, Roadmaps roadmaps) {
        this.place = place;
        this.roadmaps = roadmaps;
    }

    /** In child processes. */
    public static Trial in(Supplier<DraftWorker> worker, Roadmaps roadmaps) {
        return new Trial(request -> worker.get().ask(request), roadmaps);
    }

    /** In this process, for callers that trust the rules' author with it. */
    static Trial here(Roadmaps roadmaps) {
        Bench bench = new Bench();
        return new Trial(request -> new Answer.Given(bench.report(request)), roadmaps);
    }

    /** Reads them. */
    public DraftReport check(RuleFiles files) {
        return given(place.ask(Request.check(files.rules())));
    }

    /** Runs their cases. */
    public DraftReport test(RuleFiles files) {
        return given(place.ask(Request.test(files.rules(), files.cases())));
    }

    /** Evaluates them on roadmaps as they stand today; with their cases if {@code cases}. */
    public DraftReport onFacts(RuleFiles files, List<String> roadmapKeys, boolean cases) {
        List<Look> looks = roadmaps.looks(roadmapKeys);
        return given(place.ask(new Request(files.rules(), cases ? files.cases() : List.of(), looks, false)));
    }

    private static DraftReport given(Answer answer) {
        if (answer instanceof Answer.Stopped stopped) {
            boolean later = stopped.reason() == Answer.Reason.BUSY || stopped.reason() == Answer.Reason.BROKEN;
            throw new Problem(later ? Problem.Kind.CONFLICT : Problem.Kind.INVALID, stopped.message());
        }
        return ((Answer.Given) answer).report();
    }
}

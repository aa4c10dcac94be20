package milepost.roadmap;

import java.util.List;
import java.util.function.Supplier;
import milepost.facts.Problem;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.worker.Answer;
import milepost.rules.worker.Bench;
import milepost.rules.worker.DraftReport;
import milepost.rules.worker.DraftWorker;
import milepost.rules.worker.Look;
import milepost.rules.worker.Request;
import milepost.rules.writing.CaseMaker;
import org.jspecify.annotations.Nullable;

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

    /** Reads them, with advice on them, their cases and what is recorded now on these roadmaps. */
    public DraftReport check(RuleFiles files, List<String> roadmapKeys) {
        return given(place.ask(Request.check(files.rules(), files.cases(), roadmaps.looks(roadmapKeys))));
    }

    /**
     * Advice on one of their files, and what shows its constraints.
     *
     * @param roadmapKeys where to look at what is recorded now; may be none
     */
    public DraftReport advise(RuleFiles files, String path, List<String> roadmapKeys) {
        return given(place.ask(Request.advise(files.rules(), files.cases(), roadmaps.looks(roadmapKeys), path)));
    }

    /** Makes a case of a rule, of what is recorded now on a roadmap about a subject; null while the rule has errors. */
    public CaseMaker.@Nullable Made make(RuleFile rule, String roadmap, String subject, String name) {
        Look look = roadmaps.looks(List.of(roadmap)).get(0);
        return given(place.ask(Request.make(rule, look, subject, name))).shown().made();
    }

    /** Runs their cases. */
    public DraftReport test(RuleFiles files) {
        return given(place.ask(Request.test(files.rules(), files.cases())));
    }

    /** Evaluates them on roadmaps as they stand today; with their cases if {@code cases}. */
    public DraftReport onFacts(RuleFiles files, List<String> roadmapKeys, boolean cases) {
        List<Look> looks = roadmaps.looks(roadmapKeys);
        return given(place.ask(
                new Request(Request.Wish.TRY, files.rules(), cases ? files.cases() : List.of(), looks, null)));
    }

    private static DraftReport given(Answer answer) {
        if (answer instanceof Answer.Stopped stopped) {
            boolean later = stopped.reason() == Answer.Reason.BUSY || stopped.reason() == Answer.Reason.BROKEN;
            throw new Problem(later ? Problem.Kind.CONFLICT : Problem.Kind.INVALID, stopped.message());
        }
        return ((Answer.Given) answer).report();
    }
}

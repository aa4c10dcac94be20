package milepost.roadmap;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import milepost.facts.Problem;
import milepost.rules.book.RuleFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.KnownCases;
import milepost.rules.cases.LiveCoverage;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
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

    /** So that no request takes long, however many cases there are. */
    private static final int CASE_FILES_AT_ONCE = 100;

    private final Place place;
    private final Roadmaps roadmaps;
    private final KnownCases known;

    private Trial(Place place, Roadmaps roadmaps, KnownCases known) {
        this.place = place;
        this.roadmaps = roadmaps;
        this.known = known;
    }

    /** In child processes. */
    public static Trial in(Supplier<DraftWorker> worker, Roadmaps roadmaps) {
        return new Trial(request -> worker.get().ask(request), roadmaps, new KnownCases());
    }

    /** In this process, for callers that trust the rules' author with it. */
    static Trial here(Roadmaps roadmaps) {
        Bench bench = new Bench();
        return new Trial(request -> new Answer.Given(bench.report(request)), roadmaps, new KnownCases());
    }

    /** The same, running only cases of which nothing is known there, and keeping there what came of them. */
    Trial keepingIn(KnownCases shared) {
        return new Trial(place, roadmaps, shared);
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

    /**
     * Makes a case of the rule in one of the files, of what is recorded now on a roadmap about a subject; null while the rule has
     * errors, or another one when it reads what others find.
     */
    public CaseMaker.@Nullable Made make(RuleFiles files, Request.Focus focus, String roadmap) {
        Look look = roadmaps.looks(List.of(roadmap)).get(0);
        RuleFile rule = new RuleFile(focus.path(), files.find(focus.path()).orElse(""));
        List<RuleFile> needed = LiveCoverage.readsFindings(rule) ? files.rules() : List.of(rule);
        return given(place.ask(Request.make(needed, look, focus))).shown().made();
    }

    /** Runs their cases, as far as they depend on texts that were not tried before. */
    public DraftReport test(RuleFiles files) {
        KnownCases.Looked looked = known.look(files.rules(), files.cases());
        List<RuleFile> unknown = looked.unknown();
        List<CaseResult> came = new ArrayList<>();
        Set<RuleProblem> problems = new LinkedHashSet<>();
        int done = 0;
        DraftReport last;
        do {
            int next = Math.min(unknown.size(), done + CASE_FILES_AT_ONCE);
            last = given(place.ask(Request.test(files.rules(), unknown.subList(done, next))));
            problems.addAll(last.problems());
            came.addAll(last.cases());
            done = next;
        } while (done < unknown.size() && last.version() != null);
        if (last.version() == null) {
            return last;
        }
        List<RuleProblem> found = List.copyOf(problems);
        List<CaseResult> all = looked.with(last.rules(), found, came);
        return new DraftReport(
                last.version(),
                found,
                last.rules(),
                all,
                RuleCoverage.of(last.rules(), all),
                DraftReport.Shown.NONE,
                List.of());
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

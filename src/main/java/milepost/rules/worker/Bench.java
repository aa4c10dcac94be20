package milepost.rules.worker;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import milepost.facts.Snapshot;
import milepost.rules.Compilation;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.KnownCases;
import milepost.rules.cases.LiveCoverage;
import milepost.rules.cases.RuleCases;
import milepost.rules.cases.RuleCoverage;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.KnownFiles;
import milepost.rules.language.check.ParsedRules;
import milepost.rules.language.check.RuleParser;
import milepost.rules.lint.KnownAdvice;
import milepost.rules.lint.LintInput;
import milepost.rules.lint.RuleLint;
import milepost.rules.writing.CaseMaker;
import milepost.rules.writing.FileName;
import org.jspecify.annotations.Nullable;

/** Reads drafts and tries them, in whatever process; files that did not change since the last request are not read again. */
public final class Bench {
    private static final Comparator<RuleProblem> ORDER = Comparator.comparing(RuleProblem::path)
            .thenComparingInt(RuleProblem::line)
            .thenComparingInt(RuleProblem::column)
            .thenComparing(RuleProblem::code);

    private final KnownFiles known = new KnownFiles();
    private final KnownAdvice advice = new KnownAdvice();
    private final LiveCoverage kept = new LiveCoverage();
    private final KnownCases examples = new KnownCases();
    private @Nullable Tried last;

    /** Files without any problem, and what they make. */
    private record Tried(List<RuleFile> files, Ruleset ruleset) {}

    public DraftReport report(Request request) {
        return switch (request.wish()) {
            case CHECK -> check(request);
            case TRY -> tried(request);
            case ADVISE -> advised(request);
            case MAKE -> made(request);
        };
    }

    private DraftReport check(Request request) {
        ParsedRules parsed = RuleParser.parse(request.rules(), known);
        List<RuleInfo> rules = parsed.rules().stream().map(RuleTree::info).toList();
        if (!parsed.usable()) {
            return DraftReport.problems(null, parsed.problems(), List.of());
        }
        CaseFiles read = CaseFiles.read(request.cases(), rules);
        List<RuleProblem> problems = new ArrayList<>(parsed.problems());
        problems.addAll(read.problems());
        LintInput input = new LintInput(parsed.rules(), request.rules(), read.cases(), live(request.looks()));
        problems.addAll(RuleLint.of(input, advice));
        rules.forEach(
                rule -> FileName.findProblem(rule, RuleProblem.Level.WARNING).ifPresent(problems::add));
        read.cases().stream()
                .flatMap(c -> FileName.findProblem(c, RuleProblem.Level.WARNING).stream())
                .distinct()
                .forEach(problems::add);
        problems.sort(ORDER);
        return DraftReport.problems(null, problems, rules);
    }

    private LintInput.Live live(List<Look> looks) {
        LocalDate day = looks.isEmpty() ? LocalDate.EPOCH : looks.get(0).day();
        return new LintInput.Live(looks.stream().map(Look::facts).toList(), day, kept);
    }

    private DraftReport tried(Request request) {
        Compilation compilation = compile(request);
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            return DraftReport.problems(null, compilation.problems(), List.of());
        }
        KnownCases.Looked looked = examples.look(request.rules(), request.cases());
        CaseFiles read = CaseFiles.read(looked.unknown(), ruleset);
        List<RuleProblem> problems = new ArrayList<>(compilation.problems());
        problems.addAll(read.problems());
        List<CaseResult> results = looked.with(ruleset.rules(), read.problems(), RuleCases.run(ruleset, read.cases()));
        return new DraftReport(
                ruleset.version(),
                problems,
                ruleset.rules(),
                results,
                request.cases().isEmpty() ? List.of() : RuleCoverage.of(ruleset, results),
                DraftReport.Shown.NONE,
                request.looks().stream()
                        .map(look -> run(look.facts(), ruleset.evaluate(look.facts(), look.day())))
                        .toList());
    }

    private DraftReport advised(Request request) {
        Compilation compilation = compile(request);
        Ruleset ruleset = compilation.ruleset();
        if (ruleset == null) {
            return DraftReport.problems(null, compilation.problems(), List.of());
        }
        String path = Objects.requireNonNull(request.focus()).path();
        return new OneRule(ruleset, request, path).report(live(request.looks()));
    }

    private DraftReport made(Request request) {
        Compilation compilation = compile(request);
        Ruleset ruleset = compilation.ruleset();
        Request.Focus focus = Objects.requireNonNull(request.focus());
        Optional<RuleTree> rule = ruleset == null
                ? Optional.empty()
                : ruleset.trees().stream()
                        .filter(t -> t.info().path().equals(focus.path()))
                        .min(Comparator.comparing(t -> !t.info().key().equals(focus.key())));
        if (ruleset == null || rule.isEmpty()) {
            return DraftReport.problems(null, compilation.problems(), List.of());
        }
        Look look = request.looks().get(0);
        CaseMaker.Made made =
                new CaseMaker(ruleset, rule.get(), look.day()).make(focus.name(), look.facts(), focus.subject());
        DraftReport.Shown shown = new DraftReport.Shown(List.of(), List.of(), made);
        return new DraftReport(ruleset.version(), List.of(), ruleset.rules(), List.of(), List.of(), shown, List.of());
    }

    /** The cases of a draft are asked for first and its dry run next: the rules are the same. */
    private synchronized Compilation compile(Request request) {
        Tried before = last;
        if (before != null && before.files().equals(request.rules())) {
            return new Compilation(before.ruleset(), List.of());
        }
        Compilation compilation = Ruleset.compile(request.rules(), known);
        Ruleset ruleset = compilation.ruleset();
        last = ruleset == null || !compilation.problems().isEmpty()
                ? null
                : new Tried(List.copyOf(request.rules()), ruleset);
        return compilation;
    }

    private static DraftReport.Run run(Snapshot facts, Outcome outcome) {
        String roadmap = facts.roadmap().key();
        if (outcome instanceof Outcome.Complete complete) {
            return new DraftReport.Run(roadmap, complete.findings(), complete.setAside(), null);
        }
        return new DraftReport.Run(roadmap, List.of(), List.of(), ((Outcome.Failed) outcome).reason());
    }
}

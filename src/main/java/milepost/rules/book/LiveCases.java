package milepost.rules.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import milepost.rules.cases.CaseFiles;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.KnownCases;
import milepost.rules.cases.RuleCase;
import milepost.rules.cases.RuleCases;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;

/**
 * The cases of the rules in use, run once for each change of what they depend on. Whoever asks gets what is known: with an executor of
 * its own the rest is run beside everything else, a few files at a time; without one it is run before the answer.
 */
final class LiveCases {
    private static final int FILES_AT_ONCE = 16;

    private final KnownCases known = new KnownCases();
    private volatile Executor beside = Runnable::run;
    private volatile Runnable afterwards = () -> {};
    private volatile State state = new State(-1, RuleFiles.NONE, Map.of(), new Examples(-1, Map.of(), List.of()));

    private volatile Warnings warnings = new Warnings(-1, List.of());

    private record Warnings(long number, List<RuleProblem> all) {}

    /**
     * The cases of one version.
     *
     * @param read by file
     */
    private record State(long number, RuleFiles files, Map<RuleFile, CaseFiles> read, Examples examples) {}

    /** What came of cases, by the texts they depend on. */
    KnownCases known() {
        return known;
    }

    /** From now on cases run there, and {@code after} once all of a version did. */
    void runIn(Executor executor, Runnable after) {
        beside = executor;
        afterwards = after;
    }

    Examples of(Rulebook.Current now) {
        if (state.number() != now.number()) {
            begin(now);
        }
        return state.examples();
    }

    List<RuleProblem> warnings(Rulebook.Current now) {
        Examples known = of(now);
        Warnings last = warnings;
        if (last.number() != now.number() && known.number() == now.number() && known.running() == 0) {
            last = new Warnings(now.number(), Review.inUse(now, known).obstacles(RuleProblem.Level.WARNING));
            warnings = last;
        }
        return last.all();
    }

    private void begin(Rulebook.Current now) {
        KnownCases.Looked looked;
        synchronized (this) {
            if (state.number() >= now.number()) {
                return;
            }
            Map<RuleFile, CaseFiles> read = read(now);
            looked = known.look(now.files().rules(), now.files().cases());
            show(now, read, looked.known());
        }
        beside.execute(() -> run(now, looked));
    }

    /** A file is read again only when it, or the rule file beside it, is another than before. */
    private Map<RuleFile, CaseFiles> read(Rulebook.Current now) {
        Map<RuleFile, CaseFiles> all = new LinkedHashMap<>();
        for (RuleFile file : now.files().cases()) {
            CaseFiles before = state.read().get(file);
            String rule = RuleFile.stem(file.path()) + RuleFile.RULE;
            boolean same = before != null
                    && before.problems().isEmpty()
                    && Objects.equals(state.files().find(rule), now.files().find(rule));
            all.put(file, same ? before : CaseFiles.read(List.of(file), now.ruleset()));
        }
        return all;
    }

    private void run(Rulebook.Current now, KnownCases.Looked looked) {
        List<RuleFile> files = looked.unknown();
        for (int i = 0; i < files.size() && state.number() == now.number(); i += FILES_AT_ONCE) {
            List<RuleFile> some = files.subList(i, Math.min(files.size(), i + FILES_AT_ONCE));
            Map<RuleFile, CaseFiles> read = state.read();
            List<RuleCase> cases = new ArrayList<>();
            List<RuleProblem> problems = new ArrayList<>();
            for (RuleFile file : some) {
                CaseFiles of = read.getOrDefault(file, new CaseFiles(List.of(), List.of()));
                cases.addAll(of.cases());
                problems.addAll(of.problems());
            }
            List<CaseResult> came = RuleCases.run(now.ruleset(), cases);
            looked.keep(now.ruleset().rules(), problems, came);
            came(now, came);
        }
        if (state.number() == now.number()) {
            afterwards.run();
        }
    }

    private synchronized void came(Rulebook.Current now, List<CaseResult> came) {
        if (state.number() == now.number()) {
            List<CaseResult> all = new ArrayList<>(came);
            state.examples().byRule().values().stream()
                    .flatMap(List::stream)
                    .map(Examples.Example::result)
                    .filter(Objects::nonNull)
                    .forEach(all::add);
            show(now, state.read(), all);
        }
    }

    private void show(Rulebook.Current now, Map<RuleFile, CaseFiles> read, List<CaseResult> results) {
        Map<String, CaseResult> byPlace = new HashMap<>();
        results.forEach(result -> byPlace.put(result.path() + ":" + result.line(), result));
        Map<String, List<Examples.Example>> byRule = new TreeMap<>();
        List<RuleProblem> problems = new ArrayList<>();
        for (CaseFiles file : read.values()) {
            problems.addAll(file.problems());
            for (RuleCase given : file.cases()) {
                byRule.computeIfAbsent(given.rule(), rule -> new ArrayList<>())
                        .add(new Examples.Example(given, byPlace.get(given.path() + ":" + given.line())));
            }
        }
        state = new State(now.number(), now.files(), read, new Examples(now.number(), byRule, problems));
    }
}

package milepost.rules.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what came of cases for as long as the texts they depend on are the same: the file they stand in, the file of their rule and,
 * where that rule reads what others find, all rules. The files asked for longest ago are forgotten first.
 */
public final class KnownCases {
    private static final int MOST_CASES = 20_000;
    /** Rules in use, a draft, and what they were before: so many times the files that were ever asked for at once. */
    private static final int TIMES = 4;

    private final Map<Texts, List<CaseResult>> results = new LinkedHashMap<>(64, 0.75f, true);
    private int count;
    private int askedAtOnce;

    /**
     * What the results of one file depend on.
     *
     * @param rule null where no rule file stands beside it
     * @param others the version of all rules; empty where the rule does not read what others find
     */
    private record Texts(RuleFile cases, @Nullable RuleFile rule, String others) {}

    /** What is known of these case files beside these rules. */
    public synchronized Looked look(List<RuleFile> rules, List<RuleFile> cases) {
        Map<String, RuleFile> byPath = rules.stream().collect(Collectors.toMap(RuleFile::path, file -> file));
        String version = rules.stream().anyMatch(LiveCoverage::readsFindings) ? Ruleset.version(rules) : "";
        Map<Texts, List<CaseResult>> found = new HashMap<>();
        List<Texts> unknown = new ArrayList<>();
        askedAtOnce = Math.max(askedAtOnce, cases.size());
        for (RuleFile file : cases) {
            RuleFile rule = byPath.get(rulePath(file.path()));
            Texts texts = new Texts(file, rule, rule != null && LiveCoverage.readsFindings(rule) ? version : "");
            List<CaseResult> known = results.get(texts);
            if (known == null) {
                unknown.add(texts);
            } else {
                found.put(texts, known);
            }
        }
        return new Looked(found, unknown);
    }

    private synchronized void keep(Texts texts, List<CaseResult> came) {
        List<CaseResult> before = results.put(texts, came);
        count += came.size() - (before == null ? 0 : before.size());
        var oldest = results.values().iterator();
        while (results.size() > 1 && (count > MOST_CASES || results.size() > TIMES * askedAtOnce)) {
            count -= oldest.next().size();
            oldest.remove();
        }
    }

    private static String rulePath(String casesPath) {
        return RuleFile.stem(casesPath) + RuleFile.RULE;
    }

    /** What was known of some case files at one moment, and which have to be run. */
    public final class Looked {
        private final Map<Texts, List<CaseResult>> found;
        private final List<Texts> unknown;

        private Looked(Map<Texts, List<CaseResult>> found, List<Texts> unknown) {
            this.found = found;
            this.unknown = unknown;
        }

        /** Files whose cases have to be run. */
        public List<RuleFile> unknown() {
            return unknown.stream().map(Texts::cases).toList();
        }

        /** Results of the other files, ordered by path and line. */
        public List<CaseResult> known() {
            return sorted(found.values().stream().flatMap(List::stream).toList());
        }

        /**
         * All results, now that those of the unknown files are there; they are kept. A file with a problem, or whose cases are of a rule
         * in another file, is run again the next time.
         */
        public List<CaseResult> with(List<RuleInfo> rules, List<RuleProblem> problems, List<CaseResult> came) {
            keep(rules, problems, came);
            List<CaseResult> all = new ArrayList<>(known());
            all.addAll(came);
            return sorted(all);
        }

        /** Keeps those results that came of unknown files so far, as {@link #with} does. */
        public void keep(List<RuleInfo> rules, List<RuleProblem> problems, List<CaseResult> came) {
            Set<String> bad = problems.stream().map(RuleProblem::path).collect(Collectors.toSet());
            Map<String, String> paths = rules.stream().collect(Collectors.toMap(RuleInfo::key, RuleInfo::path));
            Map<String, List<CaseResult>> byFile = came.stream().collect(Collectors.groupingBy(CaseResult::path));
            for (Texts texts : unknown) {
                String path = texts.cases().path();
                List<CaseResult> own = byFile.getOrDefault(path, List.of());
                boolean besideRule = !own.isEmpty()
                        && own.stream().allMatch(r -> rulePath(path).equals(paths.get(r.rule())));
                if (besideRule && !bad.contains(path)) {
                    KnownCases.this.keep(texts, own);
                }
            }
        }

        private static List<CaseResult> sorted(List<CaseResult> results) {
            return results.stream()
                    .sorted(Comparator.comparing(CaseResult::path).thenComparingInt(CaseResult::line))
                    .toList();
        }
    }
}

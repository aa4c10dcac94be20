package milepost.rules.writing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import milepost.rules.cases.CaseFiles;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.check.ParsedRules;
import milepost.rules.language.check.RuleParser;
import milepost.rules.lint.LintInput;
import milepost.rules.lint.RuleLint;

/**
 * The check of one rule file and its cases at every pause in typing. The other rules of the book are taken as they were read before,
 * so the cost is that of one file however many there are; nothing is evaluated.
 */
public final class FileCheck {
    private final RuleFile rule;
    private final RuleFile cases;
    private final List<RuleTree> others;

    /**
     * Prepares a check.
     *
     * @param book rules read before; those of this file are left out
     */
    public FileCheck(RuleFile rule, RuleFile cases, List<RuleTree> book) {
        this.rule = rule;
        this.cases = cases;
        this.others = book.stream()
                .filter(tree -> !tree.info().path().equals(rule.path()))
                .toList();
    }

    /** Errors and advice in both files, those of the rule first, each ordered by line and column. */
    public List<RuleProblem> problems() {
        ParsedRules parsed = RuleParser.parse(List.of(rule));
        List<RuleProblem> problems = new ArrayList<>(parsed.problems());
        for (RuleTree tree : parsed.rules()) {
            taken(tree.info())
                    .map(other -> clash(tree, other))
                    .or(() -> FileName.findProblem(tree.info(), RuleProblem.Level.ERROR))
                    .ifPresent(problems::add);
        }
        if (parsed.usable()) {
            problems.addAll(RuleLint.of(
                    new LintInput(parsed.rules(), List.of(rule), List.of(), LintInput.Live.none(), others)));
        }
        if (!cases.content().isBlank()) {
            problems.addAll(casesOf(parsed));
        }
        problems.sort(Comparator.comparing(RuleProblem::path)
                .reversed()
                .thenComparingInt(RuleProblem::line)
                .thenComparingInt(RuleProblem::column));
        return problems;
    }

    /** While the rule itself cannot be read, nobody knows whether its cases name it rightly. */
    private List<RuleProblem> casesOf(ParsedRules parsed) {
        List<RuleInfo> rules = Stream.concat(parsed.rules().stream(), others.stream())
                .map(RuleTree::info)
                .toList();
        return CaseFiles.read(List.of(cases), rules).problems().stream()
                .filter(p -> parsed.usable() || !p.code().equals("unknown-rule"))
                .toList();
    }

    private Optional<RuleInfo> taken(RuleInfo rule) {
        return others.stream()
                .map(RuleTree::info)
                .filter(other -> names(other).anyMatch(name -> names(rule).anyMatch(name::equals)))
                .findFirst();
    }

    private static Stream<String> names(RuleInfo rule) {
        return Stream.concat(Stream.of(rule.key()), rule.aliases().stream());
    }

    private static RuleProblem clash(RuleTree tree, RuleInfo other) {
        int column = tree.span().column();
        return new RuleProblem(
                tree.info().path(),
                tree.info().line(),
                column,
                column + "rule".length(),
                RuleProblem.Level.ERROR,
                "duplicate-rule",
                "Another rule already has this key or alias (" + other.path() + ", line " + other.line()
                        + "); choose another.",
                null);
    }
}

package milepost.rules.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseResult;
import milepost.rules.cases.RuleCase;
import milepost.rules.cases.RuleCases;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;
import org.jspecify.annotations.Nullable;

/** A comparison that could include its boundary or leave it out without any case noticing. */
final class BoundaryWithoutCase implements Check {
    static final String CODE = "boundary-without-case";
    private static final Map<Operator, String> OTHER = Map.of(
            Operator.LESS, "<=",
            Operator.LESS_OR_EQUAL, "<",
            Operator.GREATER, ">=",
            Operator.GREATER_OR_EQUAL, ">");

    @Override
    public List<RuleProblem> find(LintInput input) {
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleTree rule : input.rules()) {
            List<RuleCase> cases = input.cases().stream()
                    .filter(c -> c.rule().equals(rule.info().key()))
                    .toList();
            List<RuleFile> files = input.files().stream()
                    .filter(f -> f.path().equals(rule.info().path()))
                    .toList();
            if (!cases.isEmpty() && files.size() == 1 && !readsFindings(rule)) {
                boundaries(rule).forEach(test -> compare(rule, test, files.get(0), cases, problems));
            }
        }
        return problems;
    }

    /** What such a rule reports depends on other files, so it cannot be tried alone. */
    private static boolean readsFindings(RuleTree rule) {
        return Parts.patterns(rule).stream().anyMatch(p -> p.fact().name().equals("Finding"));
    }

    private static List<Expr.Binary> boundaries(RuleTree rule) {
        List<Expr.Binary> found = new ArrayList<>();
        for (Condition condition : Parts.conditions(rule)) {
            List<Expr> tests = new ArrayList<>();
            if (condition instanceof Condition.Pattern pattern) {
                tests.addAll(Parts.tests(pattern));
            } else if (condition instanceof Condition.Accumulate accumulate) {
                accumulate.tests().forEach(test -> Parts.split(test.expr(), tests));
            }
            tests.stream()
                    .filter(Expr.Binary.class::isInstance)
                    .map(Expr.Binary.class::cast)
                    .filter(b -> OTHER.containsKey(b.operator()))
                    .forEach(found::add);
        }
        return found;
    }

    private static void compare(
            RuleTree rule, Expr.Binary test, RuleFile file, List<RuleCase> cases, List<RuleProblem> problems) {
        String changed = changed(file.content(), test);
        Ruleset other = changed == null
                ? null
                : Ruleset.compile(List.of(new RuleFile(file.path(), changed))).ruleset();
        if (other != null && RuleCases.run(other, cases).stream().allMatch(CaseResult::ok)) {
            problems.add(new Place(rule, test.span())
                    .warning(
                            CODE,
                            "No case stands on this boundary: with " + OTHER.get(test.operator()) + " instead of "
                                    + test.operator().text() + " all cases pass as well.",
                            null));
        }
    }

    /** The file with the other operator; null where the comparison goes over more than one line. */
    private static @Nullable String changed(String content, Expr.Binary test) {
        Span left = test.left().span();
        Span right = test.right().span();
        if (left.endLine() != right.line()) {
            return null;
        }
        List<String> lines = new ArrayList<>(List.of(content.split("\n", -1)));
        String line = lines.get(right.line() - 1);
        int at = line.indexOf(test.operator().text(), left.endColumn() - 1);
        if (at < 0 || at >= right.column()) {
            return null;
        }
        int end = at + test.operator().text().length();
        lines.set(right.line() - 1, line.substring(0, at) + OTHER.get(test.operator()) + line.substring(end));
        return String.join("\n", lines);
    }
}

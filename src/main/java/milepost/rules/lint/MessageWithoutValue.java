package milepost.rules.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;
import milepost.rules.language.Statement;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/** A message that says the same of every fact, so that nobody can check it. */
final class MessageWithoutValue implements Check {
    static final String CODE = "message-without-value";
    private static final Set<String> SINGLE = Set.of("AsOf", "Roadmap");

    @Override
    public List<RuleProblem> find(LintInput input) {
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleTree rule : input.rules()) {
            if (hasMore(rule)) {
                reports(rule.then(), rule, new HashSet<>(), problems);
            }
        }
        return problems;
    }

    /** A rule that only finds that something is there, or is not, about a whole roadmap has no value to name. */
    private static boolean hasMore(RuleTree rule) {
        return rule.when().stream()
                .anyMatch(condition -> condition instanceof Condition.Pattern pattern
                        ? !SINGLE.contains(pattern.fact().name())
                        : !(condition instanceof Condition.Not
                                || condition instanceof Condition.Exists
                                || condition instanceof Condition.Forall));
    }

    private static void reports(
            List<Statement> statements, RuleTree rule, Set<Binding> fixed, List<RuleProblem> problems) {
        for (Statement statement : statements) {
            if (statement instanceof Statement.Local local && !namesValue(local.value(), fixed)) {
                fixed.add(local.binding());
            } else if (statement instanceof Statement.If choice) {
                reports(choice.then(), rule, fixed, problems);
                reports(choice.otherwise(), rule, fixed, problems);
            } else if (statement instanceof Statement.Report report && !namesValue(report.message(), fixed)) {
                problems.add(new Place(rule, report.message().span())
                        .warning(
                                CODE,
                                "The message is the same for every fact; add the value that made the rule true.",
                                withValue(rule, report)));
            }
        }
    }

    /** Names the value that the rule asks about first, or else the key. */
    private static @Nullable Fix withValue(RuleTree rule, Statement.Report report) {
        if (!(report.subject() instanceof Expr.Variable subject) || !(report.message() instanceof Expr.Constant)) {
            return null;
        }
        String property = Parts.patterns(rule).stream()
                .filter(p -> subject.binding().equals(p.binding()))
                .flatMap(p -> Parts.tests(p).stream())
                .flatMap(MessageWithoutValue::properties)
                .findFirst()
                .orElse("key");
        Span message = report.message().span();
        Span end = new Span(message.endLine(), message.endColumn(), message.endLine(), message.endColumn());
        String text = " + \": " + property + " \" + " + subject.binding().name() + "." + property + "()";
        return new Fix("Add the value of " + property, rule.info().path(), end, text);
    }

    /** Not those of which nothing is recorded where the rule reports. */
    private static Stream<String> properties(Expr test) {
        Limit limit = Limit.of(test, new Canon());
        if (limit != null && limit.isNull()) {
            return Stream.empty();
        }
        List<String> names = new ArrayList<>();
        Parts.walk(test, part -> {
            if (part instanceof Expr.Read read
                    && read.target() instanceof Expr.Self
                    && read.type() != Type.Simple.BOOLEAN) {
                names.add(read.property().name());
            }
        });
        return names.stream();
    }

    /** What only decides between texts is not named in them. */
    private static boolean namesValue(Expr expr, Set<Binding> fixed) {
        if (expr instanceof Expr.Choice choice) {
            return namesValue(choice.then(), fixed) || namesValue(choice.otherwise(), fixed);
        }
        if (expr instanceof Expr.Binary binary) {
            return namesValue(binary.left(), fixed) || namesValue(binary.right(), fixed);
        }
        boolean[] found = {false};
        Parts.walk(expr, part -> found[0] |= part instanceof Expr.Variable v && !fixed.contains(v.binding()));
        return found[0];
    }
}

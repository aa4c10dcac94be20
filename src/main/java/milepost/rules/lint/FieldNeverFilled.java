package milepost.rules.lint;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Type;
import org.jspecify.annotations.Nullable;

/** A constraint on a property that is empty in every live fact. */
final class FieldNeverFilled implements Check {
    static final String CODE = "field-never-filled";
    private static final Set<Operator> NEEDING = EnumSet.of(
            Operator.EQUAL,
            Operator.LESS,
            Operator.LESS_OR_EQUAL,
            Operator.GREATER,
            Operator.GREATER_OR_EQUAL,
            Operator.CONTAINS,
            Operator.MEMBER_OF,
            Operator.MATCHES,
            Operator.STARTS_WITH,
            Operator.ENDS_WITH,
            Operator.HAS_LENGTH);

    @Override
    public List<RuleProblem> find(LintInput input) {
        LiveValues live = new LiveValues(input.live());
        List<RuleProblem> problems = new ArrayList<>();
        for (RuleTree rule : input.rules()) {
            for (Condition.Pattern pattern : Parts.needed(rule)) {
                List<Object> facts = live.of(pattern.fact());
                if (!facts.isEmpty()) {
                    pattern(new Pattern(rule, pattern, facts), problems);
                }
            }
        }
        return problems;
    }

    private static void pattern(Pattern at, List<RuleProblem> problems) {
        Set<String> told = new HashSet<>();
        for (Expr test : Parts.tests(at.pattern())) {
            for (Expr.Read read : needing(test)) {
                if (at.facts().stream().allMatch(fact -> isEmpty(LiveValues.read(read, fact)))
                        && told.add(read.property().name())) {
                    problems.add(new Place(at.rule(), read.span())
                            .warning(
                                    CODE,
                                    "No live " + at.pattern().fact().name() + " has a value of "
                                            + read.property().name()
                                            + "; the rule cannot report until somebody fills it.",
                                    null));
                }
            }
        }
    }

    /** The properties without a value of which the test cannot hold. Who asks for emptiness, or for one of several things, needs none. */
    private static List<Expr.Read> needing(Expr test) {
        List<Expr.Read> found = new ArrayList<>();
        if (test instanceof Expr.OneOf oneOf && !oneOf.negated()) {
            reads(oneOf.value(), found);
        } else if (test instanceof Expr.Binary binary
                && binary.operator() == Operator.NOT_EQUAL
                && binary.right() instanceof Expr.Constant c
                && c.value() == null) {
            reads(binary.left(), found);
        } else if (test instanceof Expr.Binary binary && NEEDING.contains(binary.operator())) {
            boolean equal = binary.operator() == Operator.EQUAL;
            for (Expr side : binary.parts()) {
                Expr other = side == binary.left() ? binary.right() : binary.left();
                boolean filled =
                        other instanceof Expr.Constant c && c.value() != null || other instanceof Expr.Variable;
                if (!equal || filled) {
                    reads(side, found);
                }
            }
        }
        return found;
    }

    /** How many there are in a list can be asked of an empty one. */
    private static void reads(Expr expr, List<Expr.Read> into) {
        if (expr instanceof Expr.Read read && read.target() instanceof Expr.Self) {
            into.add(read);
        } else if (!(expr instanceof Expr.Read read && read.target().type() instanceof Type.ListOf)) {
            expr.parts().forEach(part -> reads(part, into));
        }
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty();
    }

    private record Pattern(RuleTree rule, Condition.Pattern pattern, List<Object> facts) {}
}

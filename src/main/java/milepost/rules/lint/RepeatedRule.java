package milepost.rules.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.facts.Severity;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import org.jspecify.annotations.Nullable;

/** A rule whose findings another rule reports too, because it asks the same or less about the same subject. */
final class RepeatedRule {
    static final String SAME = "same-conditions";
    static final String SUBSUMED = "subsumed-rule";

    private RepeatedRule() {}

    /**
     * What to say of rules that others repeat.
     *
     * @param all these and those that they are only compared with
     */
    static List<RuleProblem> find(List<Shape> shapes, List<Shape> all) {
        List<RuleProblem> problems = new ArrayList<>();
        for (Shape shape : shapes) {
            for (Shape other : all) {
                compare(shape, other, problems);
            }
        }
        return problems;
    }

    private static void compare(Shape shape, Shape other, List<RuleProblem> problems) {
        boolean apart = shape == other || !shape.subject().equals(other.subject());
        if (apart || (other.marks() & ~shape.marks()) != 0 || !shape.parts().containsAll(other.parts())) {
            return;
        }
        String key = other.rule().info().key();
        Place place = Place.ofName(shape.rule());
        if (shape.parts().size() == other.parts().size()) {
            if (key.compareTo(shape.rule().info().key()) < 0) {
                problems.add(
                        place.warning(SAME, "Its conditions are those of " + key + "; keep one of the two.", null));
            }
        } else if (shape.severity() == other.severity()) {
            problems.add(place.warning(
                    SUBSUMED,
                    "Wherever it reports, " + key
                            + " reports too, because that asks less; give it another severity or tell them apart.",
                    null));
        }
    }

    /** Only rules with a single report of one severity can be compared; null for others. */
    static @Nullable Shape shape(RuleTree rule) {
        if (rule.then().size() == 1 && rule.then().get(0) instanceof Statement.Report report) {
            Canon canon = new Canon();
            Set<String> parts = canon.of(rule);
            if (report.severity() == null) {
                return new Shape(
                        rule, parts, canon.expr(report.subject()), rule.info().severity());
            } else if (report.severity() instanceof Expr.Constant c && c.value() instanceof Severity severity) {
                return new Shape(rule, parts, canon.expr(report.subject()), severity);
            }
        }
        return null;
    }

    /**
     * What a rule asks, in one form.
     *
     * @param marks a bit for each part, which several may share: a part whose bit is missing is not there
     */
    record Shape(RuleTree rule, Set<String> parts, String subject, Severity severity, long marks) {
        Shape(RuleTree rule, Set<String> parts, String subject, Severity severity) {
            this(rule, parts, subject, severity, marks(parts));
        }

        private static long marks(Set<String> parts) {
            long marks = 0;
            for (String part : parts) {
                marks |= 1L << part.hashCode();
            }
            return marks;
        }
    }
}

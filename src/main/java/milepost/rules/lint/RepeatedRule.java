package milepost.rules.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.facts.Severity;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleProblem;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;

/** A rule whose findings another rule reports too, because it asks the same or less about the same subject. */
final class RepeatedRule implements Check {
    static final String SAME = "same-conditions";
    static final String SUBSUMED = "subsumed-rule";

    @Override
    public List<RuleProblem> find(LintInput input) {
        List<Shape> shapes = new ArrayList<>();
        input.rules().forEach(rule -> shape(rule, shapes));
        List<Shape> all = new ArrayList<>(shapes);
        input.beside().forEach(rule -> shape(rule, all));
        List<RuleProblem> problems = new ArrayList<>();
        for (Shape shape : shapes) {
            for (Shape other : all) {
                compare(shape, other, problems);
            }
        }
        return problems;
    }

    private static void compare(Shape shape, Shape other, List<RuleProblem> problems) {
        String key = other.rule().info().key();
        boolean apart = shape == other || !shape.subject().equals(other.subject());
        if (apart || !shape.parts().containsAll(other.parts())) {
            return;
        }
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

    /** Only rules with a single report of one severity can be compared. */
    private static void shape(RuleTree rule, List<Shape> shapes) {
        if (rule.then().size() == 1 && rule.then().get(0) instanceof Statement.Report report) {
            Canon canon = new Canon();
            Set<String> parts = canon.of(rule);
            if (report.severity() == null) {
                shapes.add(new Shape(
                        rule, parts, canon.expr(report.subject()), rule.info().severity()));
            } else if (report.severity() instanceof Expr.Constant c && c.value() instanceof Severity severity) {
                shapes.add(new Shape(rule, parts, canon.expr(report.subject()), severity));
            }
        }
    }

    private record Shape(RuleTree rule, Set<String> parts, String subject, Severity severity) {}
}

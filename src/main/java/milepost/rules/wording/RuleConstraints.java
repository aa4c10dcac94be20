package milepost.rules.wording;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;

/** The constraints of a rule's tree in the order written; parts joined by {@code &&} count each for itself. */
public final class RuleConstraints {
    private final List<Expr> tests = new ArrayList<>();

    private RuleConstraints() {}

    public static List<Expr> of(RuleTree tree) {
        RuleConstraints constraints = new RuleConstraints();
        tree.when().forEach(constraints::condition);
        return constraints.tests;
    }

    /** The constraint as the rule writes it, on one line. */
    public static String text(RuleTree tree, Expr test) {
        List<String> lines = tree.info().text().lines().toList();
        Span at = test.span();
        int first = at.line() - tree.info().line();
        int last = at.endLine() - tree.info().line();
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, first); i <= last && i < lines.size(); i++) {
            String line = lines.get(i);
            int from = i == first ? Math.min(line.length(), at.column() - 1) : 0;
            int to = i == last ? Math.min(line.length(), at.endColumn() - 1) : line.length();
            text.append(text.isEmpty() ? "" : " ")
                    .append(line.substring(from, Math.max(from, to)).strip());
        }
        return text.toString();
    }

    private void condition(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern(pattern);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(this::condition);
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(this::condition);
        } else if (condition instanceof Condition.Not not) {
            condition(not.part());
        } else if (condition instanceof Condition.Exists exists) {
            condition(exists.part());
        } else if (condition instanceof Condition.Forall forall) {
            pattern(forall.domain());
            forall.requirements().forEach(this::pattern);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            condition(accumulate.source());
            accumulate.tests().forEach(test -> split(test.expr()));
        }
    }

    private void pattern(Condition.Pattern pattern) {
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Test test) {
                split(test.expr());
            }
        }
    }

    private void split(Expr test) {
        if (test instanceof Expr.Binary and && and.operator() == Operator.AND) {
            split(and.left());
            split(and.right());
        } else {
            tests.add(test);
        }
    }
}

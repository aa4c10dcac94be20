package milepost.rules.engine.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.facts.AsOf;
import milepost.facts.Finding;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.Operator;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;

/**
 * A rule cut in two: what it asks of facts, whatever the day, and the tests that ask for the day. A match of the first part is a
 * finding on the days on which the tests of the second hold.
 *
 * @param day the pattern that gives the day its names
 * @param today those names
 * @param still the conditions without the day, each with the one that it was written as
 * @param tests those that ask for the day
 */
public record DaySplit(Condition.Pattern day, Set<Binding> today, List<Still> still, List<DayTest> tests) {

    /** A condition as written, and what is left of it without the day. */
    public record Still(Condition written, Condition tried) {}

    /** A test, and the pattern, without the day, of whose fact it speaks. */
    public record DayTest(Condition.Pattern of, Expr expr) {}

    /** What is left without the day, in the order in which it is tried. */
    public List<Still> arranged() {
        List<Condition> tried = still.stream().map(Still::tried).toList();
        return Arrangement.of(tried).stream()
                .map(condition -> still.get(indexOf(condition)))
                .toList();
    }

    private int indexOf(Condition tried) {
        int place = 0;
        while (still.get(place).tried() != tried) {
            place++;
        }
        return place;
    }

    /** Empty when the rule does not ask for the day, or in a way that cannot be cut off. */
    public static Optional<DaySplit> of(RuleTree tree) {
        List<Condition.Pattern> days = tree.when().stream()
                .filter(Condition.Pattern.class::isInstance)
                .map(Condition.Pattern.class::cast)
                .filter(pattern -> pattern.fact().javaType() == AsOf.class)
                .toList();
        boolean single = days.size() == 1
                && days.get(0).items().stream().allMatch(Condition.Bind.class::isInstance)
                && says(tree.then());
        return single ? new Cut(days.get(0)).of(tree) : Optional.empty();
    }

    /** One report whose words cannot fail. */
    private static boolean says(List<Statement> statements) {
        return statements.size() == 1
                && statements.get(0) instanceof Statement.Report report
                && Unfailing.is(report.message())
                && (report.severity() == null || Unfailing.is(report.severity()));
    }

    /** Cuts one rule. */
    private static final class Cut {
        private final Condition.Pattern day;
        private final Set<Binding> today = new HashSet<>();
        private final List<Still> still = new ArrayList<>();
        private final List<DayTest> tests = new ArrayList<>();

        Cut(Condition.Pattern day) {
            this.day = day;
            if (day.binding() != null) {
                today.add(day.binding());
            }
            day.items().forEach(item -> today.add(((Condition.Bind) item).binding()));
        }

        Optional<DaySplit> of(RuleTree tree) {
            for (Condition condition : tree.when()) {
                if (condition != day && !cut(condition)) {
                    return Optional.empty();
                }
            }
            boolean matches = still.stream().anyMatch(s -> s.written() instanceof Condition.Pattern);
            return matches ? Optional.of(new DaySplit(day, today, still, tests)) : Optional.empty();
        }

        private boolean cut(Condition condition) {
            if (condition instanceof Condition.Pattern pattern && pattern.fact().javaType() != Finding.class) {
                return pattern(pattern);
            }
            still.add(new Still(condition, condition));
            return without(condition);
        }

        /** Whether neither the day nor a finding stands in it. */
        private boolean without(Condition condition) {
            boolean[] asks = new boolean[1];
            Conditions.expressions(condition, expr -> asks[0] |= asks(expr));
            return !asks[0] && plain(condition);
        }

        private static boolean plain(Condition condition) {
            return !(condition instanceof Condition.Pattern pattern
                            && Set.of(AsOf.class, Finding.class)
                                    .contains(pattern.fact().javaType()))
                    && Conditions.parts(condition).stream().allMatch(Cut::plain);
        }

        private boolean pattern(Condition.Pattern pattern) {
            List<Condition.Item> items = new ArrayList<>();
            List<Expr> asking = new ArrayList<>();
            for (Condition.Item item : pattern.items()) {
                if (item instanceof Condition.Test test && asks(test.expr())) {
                    parts(test, items, asking);
                } else if (item instanceof Condition.Bind bind && asks(bind.value())) {
                    return false;
                } else {
                    items.add(item);
                }
            }
            Condition.Pattern rest = new Condition.Pattern(pattern.fact(), pattern.binding(), items, pattern.span());
            still.add(new Still(pattern, rest));
            asking.forEach(expr -> tests.add(new DayTest(rest, expr)));
            return asking.stream().allMatch(Unfailing::is);
        }

        private void parts(Condition.Test test, List<Condition.Item> items, List<Expr> asking) {
            if (!asks(test.expr())) {
                items.add(test);
            } else if (test.expr() instanceof Expr.Binary and && and.operator() == Operator.AND) {
                parts(new Condition.Test(and.left(), test.span()), items, asking);
                parts(new Condition.Test(and.right(), test.span()), items, asking);
            } else {
                asking.add(test.expr());
            }
        }

        private boolean asks(Expr expr) {
            return !Collections.disjoint(FieldsRead.names(expr), today);
        }
    }
}

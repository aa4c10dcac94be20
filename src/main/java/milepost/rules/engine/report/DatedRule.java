package milepost.rules.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.rules.engine.condition.ConditionModel;
import milepost.rules.engine.condition.DaySplit;
import milepost.rules.engine.condition.FieldsRead;
import milepost.rules.engine.value.Eval;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** A rule that was cut in two, made ready: its action, and the tests that ask for the day. */
public final class DatedRule {
    private final ReportAction action;
    private final List<Eval> rising = new ArrayList<>();
    private final List<Eval> falling = new ArrayList<>();
    private final List<Eval> unknown = new ArrayList<>();
    private final Variable<?> day;
    private final boolean severityMoves;

    public DatedRule(RuleTree tree, DaySplit split, ConditionModel conditions, ReportAction action, Variable<?> day) {
        this.action = action;
        this.day = day;
        action.view().of(day);
        for (DaySplit.DayTest test : split.tests()) {
            Eval eval = action.view().compile(test.expr(), conditions.fact(test.of()));
            switch (Trend.of(test.expr(), split.today())) {
                case RISES -> rising.add(eval);
                case FALLS -> falling.add(eval);
                default -> unknown.add(eval);
            }
        }
        Expr severity = ((Statement.Report) tree.then().get(0)).severity();
        this.severityMoves = severity != null && asks(severity, split.today());
    }

    private static boolean asks(Expr expr, Set<Binding> today) {
        return FieldsRead.names(expr).stream().anyMatch(today::contains);
    }

    ReportAction action() {
        return action;
    }

    List<Eval> rising() {
        return rising;
    }

    List<Eval> falling() {
        return falling;
    }

    List<Eval> unknown() {
        return unknown;
    }

    /** Whether the severity of a finding can be another on another day. */
    boolean severityMoves() {
        return severityMoves;
    }

    /** The variables the engine gives. */
    public List<Variable<?>> variables() {
        return action.variables().stream().filter(variable -> variable != day).toList();
    }

    /** Where the day stands among the values of the action. */
    int place() {
        return 1 + action.variables().indexOf(day);
    }

    /** The values the engine gave, with room for the day. */
    @Nullable Object[] withRoom(Object[] given) {
        @Nullable Object[] values = new Object[given.length + 1];
        int place = place();
        System.arraycopy(given, 0, values, 0, place);
        System.arraycopy(given, place, values, place + 1, given.length - place);
        return values;
    }
}

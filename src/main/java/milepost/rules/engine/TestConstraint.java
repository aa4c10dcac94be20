package milepost.rules.engine;

import java.util.Arrays;
import org.drools.model.Constraint;
import org.drools.model.Variable;
import org.drools.model.constraints.AbstractSingleConstraint;
import org.drools.model.functions.Predicate1;
import org.drools.model.functions.Predicate2;
import org.drools.model.functions.Predicate3;
import org.drools.model.functions.Predicate4;
import org.drools.model.functions.Predicate5;
import org.drools.model.functions.PredicateInformation;
import org.drools.model.functions.PredicateN;
import org.drools.model.impl.ModelComponent;
import org.jspecify.annotations.Nullable;

/** A test of the fact in the first variable against the facts in the others. */
@SuppressWarnings({"unchecked", "rawtypes"})
final class TestConstraint extends AbstractSingleConstraint {
    private final Eval test;
    private final Variable[] variables;

    TestConstraint(String id, Eval test, Variable[] variables) {
        super(id, PredicateInformation.EMPTY_PREDICATE_INFORMATION);
        this.test = test;
        this.variables = variables;
    }

    @Override
    public Variable[] getVariables() {
        return variables;
    }

    @Override
    public Predicate1 getPredicate1() {
        return self -> Boolean.TRUE.equals(test.on(self, Eval.NOTHING));
    }

    @Override
    public Predicate2 getPredicate2() {
        return (self, a) -> truth(self, a);
    }

    @Override
    public Predicate3 getPredicate3() {
        return (self, a, b) -> truth(self, a, b);
    }

    @Override
    public Predicate4 getPredicate4() {
        return (self, a, b, c) -> truth(self, a, b, c);
    }

    @Override
    public Predicate5 getPredicate5() {
        return (self, a, b, c, d) -> truth(self, a, b, c, d);
    }

    @Override
    public PredicateN getPredicate() {
        return values -> truth(values[0], Arrays.copyOfRange(values, 1, values.length));
    }

    private boolean truth(@Nullable Object self, @Nullable Object... outer) {
        return Boolean.TRUE.equals(test.on(self, outer));
    }

    @Override
    public Constraint negate() {
        Eval not = (self, outer) -> !Boolean.TRUE.equals(test.on(self, outer));
        return negate(new TestConstraint("!" + getExprId(), not, variables));
    }

    @Override
    public Constraint replaceVariable(Variable old, Variable replacement) {
        Variable[] replaced = variables.clone();
        for (int i = 0; i < replaced.length; i++) {
            replaced[i] = replaced[i] == old ? replacement : replaced[i];
        }
        TestConstraint constraint = new TestConstraint(getExprId(), test, replaced);
        constraint.setIndex(getIndex());
        return constraint;
    }

    @Override
    public boolean isEqualTo(ModelComponent other) {
        return other instanceof TestConstraint constraint
                && constraint.getExprId().equals(getExprId());
    }
}

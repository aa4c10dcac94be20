package milepost.rules.engine.condition;

import java.util.Arrays;
import milepost.rules.engine.value.Eval;
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

/** A test of the fact in the first variable against the facts in the others. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class TestConstraint extends AbstractSingleConstraint {
    private final Tested test;
    private final Variable[] variables;

    TestConstraint(String id, Tested test, Variable[] variables) {
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
        return self -> test.holds(self, Eval.NOTHING);
    }

    @Override
    public Predicate2 getPredicate2() {
        return test::holds;
    }

    @Override
    public Predicate3 getPredicate3() {
        return test::holds;
    }

    @Override
    public Predicate4 getPredicate4() {
        return test::holds;
    }

    @Override
    public Predicate5 getPredicate5() {
        return test::holds;
    }

    @Override
    public PredicateN getPredicate() {
        return values -> test.holds(values[0], Arrays.copyOfRange(values, 1, values.length));
    }

    @Override
    public Constraint negate() {
        return negate(new TestConstraint("!" + getExprId(), test.negated(), variables));
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

package milepost.rules.engine.condition;

import java.util.List;
import org.drools.model.Constraint;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDefImpl;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/**
 * One test of a pattern as the engine's model takes it, over any number of earlier facts.
 *
 * <p>The engine shares the work of tests with equal ids, so an id stands for one meaning at one place of the patterns.
 */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class TestItem extends PatternDSL.PatternExprImpl {
    private final Tested test;
    private final List<Variable<?>> outer;
    private final @Nullable Index index;

    TestItem(String id, Tested test, List<Variable<?>> outer, @Nullable Index index) {
        super(id, null);
        this.test = test;
        this.outer = outer;
        this.index = index;
    }

    @Override
    public Constraint asConstraint(PatternDefImpl pattern) {
        Variable[] variables = new Variable[outer.size() + 1];
        variables[0] = pattern.getFirstVariable();
        for (int i = 0; i < outer.size(); i++) {
            variables[i + 1] = outer.get(i);
        }
        TestConstraint constraint = new TestConstraint(getExprId(), test, variables);
        if (index != null) {
            constraint.setIndex(index);
        }
        constraint.setReactivitySpecs(getReactivitySpecs(pattern.getDomainClassMetadata()));
        return constraint;
    }
}

package milepost.rules.engine.bound;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.engine.condition.Constraints;
import milepost.rules.engine.condition.Shared;
import milepost.rules.engine.value.Eval;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Operator;
import org.drools.model.Variable;

/**
 * What a pattern has to do with the number of combinations.
 *
 * @param alone the tests of the fact itself
 * @param ties to earlier facts, by which the engine finds the few that fit without trying all
 * @param tried whether there is another test against earlier facts, so that each combination is a step
 */
public record JoinPart(String name, Class<?> fact, List<Eval> alone, List<Tie> ties, boolean tried) {
    /** Findings about one subject: hardly more than there are rules. */
    private static final int FINDINGS = 100;

    /** A value of this fact that equals an earlier one, or is in a list of an earlier fact. */
    private record Tie(Meaning meaning, Eval value, Class<?> listOf, Eval list) {

        /** How many facts may fit one combination, when so many have the most frequent value. */
        long times(long frequency, FactCounts facts) {
            return listOf == Object.class ? frequency : frequency * FactCounts.longest(facts.of(listOf), list);
        }
    }

    long roughly(FactCounts facts) {
        long fewest = facts.of(fact).size();
        for (Tie tie : ties) {
            fewest = Math.min(fewest, tie.times(facts.mostFrequent(fact, tie.meaning(), tie.value()), facts));
        }
        return fewest;
    }

    long exactly(FactCounts facts) {
        List<Object> passing = facts.of(fact).stream().filter(this::passes).toList();
        long fewest = passing.size();
        for (Tie tie : ties) {
            fewest = Math.min(fewest, tie.times(FactCounts.mostFrequent(passing, tie.value()), facts));
        }
        return fewest;
    }

    /** Findings are not there yet: at most about one for every fact. */
    long findings(FactCounts facts) {
        return ties.isEmpty() ? facts.all() : FINDINGS;
    }

    /** Whether the fact passes the tests of itself, or can make one of them fail. */
    public boolean passes(Object of) {
        try {
            for (Eval test : alone) {
                if (!Boolean.TRUE.equals(test.on(of, Eval.NOTHING))) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Sorts the tests of a pattern. */
    static final class Builder {
        private final FactType type;
        private final RuleNames names;
        private final Variable<?> variable;
        private final List<Eval> alone = new ArrayList<>();
        private final List<Tie> ties = new ArrayList<>();
        private boolean tried;

        Builder(FactType type, RuleNames names, Variable<?> variable) {
            this.type = type;
            this.names = names;
            this.variable = variable;
        }

        JoinPart part() {
            return new JoinPart(type.name(), type.javaType(), List.copyOf(alone), List.copyOf(ties), tried);
        }

        void test(Expr test) {
            if (test instanceof Expr.Binary and && and.operator() == Operator.AND) {
                test(and.left());
                test(and.right());
                return;
            }
            RuleNames.View view = names.view(variable);
            Eval eval = view.compile(test);
            if (view.outer().isEmpty()) {
                alone.add(eval);
            } else if (!(test instanceof Expr.Binary binary) || !tie(binary)) {
                tried = true;
            }
        }

        private boolean tie(Expr.Binary test) {
            return switch (test.operator()) {
                case EQUAL -> equal(test.left(), test.right()) || equal(test.right(), test.left());
                case MEMBER_OF -> member(test.left(), test.right());
                default -> false;
            };
        }

        private boolean equal(Expr own, Expr earlier) {
            if (!ofThisFact(own)
                    || Constraints.readsSelf(earlier)
                    || !Constraints.hashable(own.type(), earlier.type())) {
                return false;
            }
            ties.add(new Tie(meaning(own), names.view(variable).compile(own), Object.class, (self, outer) -> null));
            return true;
        }

        /** Each try is a step as well, but the few that fit are known beforehand. */
        private boolean member(Expr own, Expr list) {
            if (!ofThisFact(own) || !(list instanceof Expr.Variable name)) {
                return false;
            }
            Variable<?> owner = names.carrier(name.binding());
            ties.add(new Tie(
                    meaning(own),
                    names.view(variable).compile(own),
                    owner.getType(),
                    names.view(owner).compile(list)));
            tried = true;
            return true;
        }

        private boolean ofThisFact(Expr expr) {
            RuleNames.View view = names.view(variable);
            view.compile(expr);
            return view.outer().isEmpty() && !(expr instanceof Expr.Constant);
        }

        private Meaning meaning(Expr expr) {
            return new Meaning(type.javaType(), Shared.meaning(expr, name -> names.value(name, variable)));
        }
    }
}

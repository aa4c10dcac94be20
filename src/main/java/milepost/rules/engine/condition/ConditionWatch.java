package milepost.rules.engine.condition;

import milepost.rules.language.Expr;

/** Is told of every constraint that an evaluation tests; only rulesets made for looking at coverage have one. */
@FunctionalInterface
public interface ConditionWatch {

    /**
     * A constraint was tested on a fact.
     *
     * @param test one constraint of the rule's tree, or one of the parts that it joins by {@code &&}
     */
    void tested(String rule, Expr test, boolean held);
}

package milepost.rules.engine.condition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;

/**
 * The order in which the conditions of a rule are tried. An absence, an existence and a forall give no names to others, so each is
 * tried as soon as the names it uses are known: once for all that follows instead of once for every combination. What the rule
 * finds does not depend on the order; its evidence keeps the order written.
 */
public final class Arrangement {
    private Arrangement() {}

    public static List<Condition> of(List<Condition> written) {
        List<Condition> arranged = new ArrayList<>();
        for (Condition condition : written) {
            arranged.add(asks(condition) ? earliest(condition, arranged) : arranged.size(), condition);
        }
        return arranged;
    }

    private static boolean asks(Condition condition) {
        return condition instanceof Condition.Not
                || condition instanceof Condition.Exists
                || condition instanceof Condition.Forall;
    }

    /** Behind the last condition that gives a name it uses, behind the first one, and behind those that moved there before. */
    private static int earliest(Condition condition, List<Condition> before) {
        Set<Binding> used = new HashSet<>();
        Conditions.expressions(condition, expr -> used.addAll(FieldsRead.names(expr)));
        int place = Math.min(1, before.size());
        for (int i = 0; i < before.size(); i++) {
            Set<Binding> given = new HashSet<>();
            gives(before.get(i), given);
            given.retainAll(used);
            place = given.isEmpty() ? place : i + 1;
        }
        while (place < before.size() && asks(before.get(place))) {
            place++;
        }
        return place;
    }

    private static void gives(Condition condition, Set<Binding> to) {
        if (condition instanceof Condition.Pattern pattern) {
            if (pattern.binding() != null) {
                to.add(pattern.binding());
            }
            for (Condition.Item item : pattern.items()) {
                if (item instanceof Condition.Bind bind) {
                    to.add(bind.binding());
                }
            }
        } else if (condition instanceof Condition.Accumulate accumulate) {
            accumulate.folds().forEach(fold -> to.add(fold.result()));
        } else if (!asks(condition)) {
            Conditions.parts(condition).forEach(part -> gives(part, to));
        }
    }
}

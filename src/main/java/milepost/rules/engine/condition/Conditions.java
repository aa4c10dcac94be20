package milepost.rules.engine.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;

/** Ways through a tree of conditions. */
public final class Conditions {
    private Conditions() {}

    /** The conditions that stand directly inside one. */
    public static List<? extends Condition> parts(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.parts();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts();
        }
        if (condition instanceof Condition.Not not) {
            return List.of(not.part());
        }
        if (condition instanceof Condition.Exists exists) {
            return List.of(exists.part());
        }
        if (condition instanceof Condition.Accumulate accumulate) {
            return List.of(accumulate.source());
        }
        if (condition instanceof Condition.Forall forall) {
            List<Condition> parts = new ArrayList<>(List.of(forall.domain()));
            parts.addAll(forall.requirements());
            return parts;
        }
        return List.of();
    }

    /** Every expression that stands in a condition or inside it. */
    public static void expressions(Condition condition, Consumer<Expr> visitor) {
        if (condition instanceof Condition.Pattern pattern) {
            pattern.items().forEach(item -> visitor.accept(FieldsRead.value(item)));
        } else if (condition instanceof Condition.Accumulate accumulate) {
            accumulate.tests().forEach(test -> visitor.accept(test.expr()));
            accumulate.folds().stream()
                    .map(Condition.Fold::argument)
                    .filter(Expr.class::isInstance)
                    .forEach(visitor);
        }
        parts(condition).forEach(part -> expressions(part, visitor));
    }
}

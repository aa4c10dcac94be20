package milepost.rules.lint;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import org.jspecify.annotations.Nullable;

/** What live facts hold. */
final class LiveValues {
    private final List<Object> facts = new ArrayList<>();

    LiveValues(LintInput.Live live) {
        live.snapshots().forEach(snapshot -> facts.addAll(snapshot.factsOn(live.day())));
    }

    List<Object> of(FactType type) {
        return facts.stream().filter(type.javaType()::isInstance).toList();
    }

    /** What a chain of properties of the fact itself leads to; null where it is empty or the expression is another. */
    static @Nullable Object read(Expr expr, Object fact) {
        if (expr instanceof Expr.Self) {
            return fact;
        }
        if (expr instanceof Expr.Read read) {
            Object target = read(read.target(), fact);
            return target == null ? null : read.property().reader().apply(target);
        }
        return null;
    }
}

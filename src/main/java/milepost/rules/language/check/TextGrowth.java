package milepost.rules.language.check;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import milepost.rules.language.Limit;
import milepost.rules.language.syntax.Extent;

/** Counts the pieces of the texts of one consequence: {@code b = a + a; c = b + b; …} doubles with each line. */
final class TextGrowth {
    private final FileContext file;
    private final Map<Binding, Integer> pieces = new IdentityHashMap<>();

    TextGrowth(FileContext file) {
        this.file = file;
    }

    /** Whether the value has few enough pieces; complains if not. */
    boolean fits(Expr value, Extent at) {
        if (count(value) <= Limit.TEXT_PARTS.most()) {
            return true;
        }
        file.complain(
                at,
                "text-growth",
                "This text is put together from more than " + Limit.TEXT_PARTS
                        + " pieces, local variables written out; say it shorter.");
        return false;
    }

    void remember(Binding local, Expr value) {
        pieces.put(local, count(value));
    }

    private int count(Expr expr) {
        if (expr instanceof Expr.Variable variable) {
            return pieces.getOrDefault(variable.binding(), 1);
        }
        List<Expr> parts = Parts.of(expr);
        return parts.isEmpty() ? 1 : parts.stream().mapToInt(this::count).sum();
    }
}

package milepost.rules.engine.value;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import org.jspecify.annotations.Nullable;

/** Writes the constraints of a pattern back as text, in pieces between which the values of names can be put. */
public final class ExprText {

    /**
     * A piece of the text.
     *
     * @param text as written
     * @param name whose value can stand in its place; null for all that is not a name
     */
    public record Piece(String text, @Nullable Binding name) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private ExprText() {}

    /** The constraints of a pattern, separated by commas. */
    public static List<Piece> pieces(Condition.Pattern pattern) {
        ExprText text = new ExprText();
        String between = "";
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Test test) {
                text.open.append(between);
                text.add(test.expr());
                between = ", ";
            }
        }
        text.close();
        return List.copyOf(text.pieces);
    }

    /** The same as one text with the names as they are written. */
    public static String of(Condition.Pattern pattern) {
        return pieces(pattern).stream().map(Piece::text).collect(Collectors.joining());
    }

    private void close() {
        if (open.length() > 0) {
            pieces.add(new Piece(open.toString(), null));
            open.setLength(0);
        }
    }

    private void add(Expr expr) {
        if (expr instanceof Expr.Constant constant) {
            Object value = constant.value();
            open.append(value instanceof String text ? '"' + text + '"' : String.valueOf(Values.text(value)));
        } else if (expr instanceof Expr.Variable variable) {
            close();
            pieces.add(new Piece(variable.binding().name(), variable.binding()));
        } else if (expr instanceof Expr.Self) {
            open.append("this");
        } else if (expr instanceof Expr.Read read) {
            target(read.target());
            open.append(read.property().name());
        } else if (expr instanceof Expr.Call call) {
            target(call.target());
            open.append(call.method().name()).append('(');
            all(call.arguments());
        } else if (expr instanceof Expr.Not not) {
            open.append("!(");
            all(List.of(not.operand()));
        } else if (expr instanceof Expr.Negate negate) {
            open.append("-(");
            all(List.of(negate.operand()));
        } else if (expr instanceof Expr.OneOf oneOf) {
            add(oneOf.value());
            open.append(oneOf.negated() ? " not in (" : " in (");
            all(oneOf.options());
        } else if (expr instanceof Expr.Choice choice) {
            choice(choice);
        } else {
            Expr.Binary binary = (Expr.Binary) expr;
            operand(binary.left());
            open.append(' ').append(binary.operator().text()).append(' ');
            operand(binary.right());
        }
    }

    private void choice(Expr.Choice choice) {
        open.append('(');
        add(choice.test());
        open.append(" ? ");
        add(choice.then());
        open.append(" : ");
        add(choice.otherwise());
        open.append(')');
    }

    /** Separated by commas, and the bracket after them. */
    private void all(List<Expr> exprs) {
        String between = "";
        for (Expr expr : exprs) {
            open.append(between);
            add(expr);
            between = ", ";
        }
        open.append(')');
    }

    private void operand(Expr expr) {
        if (expr instanceof Expr.Binary) {
            open.append('(');
            add(expr);
            open.append(')');
        } else {
            add(expr);
        }
    }

    private void target(Expr expr) {
        if (!(expr instanceof Expr.Self)) {
            add(expr);
            open.append('.');
        }
    }
}

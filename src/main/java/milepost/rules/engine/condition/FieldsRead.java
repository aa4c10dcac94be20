package milepost.rules.engine.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;

/** Finds which properties of a matched fact a rule reads, in its conditions and in its message. */
public final class FieldsRead {
    private final Map<Binding, Set<FactType.Property>> byBinding = new HashMap<>();

    private final List<Expr> consequences = new ArrayList<>();

    public FieldsRead(RuleTree tree) {
        tree.then().forEach(this::statement);
    }

    public Set<FactType.Property> of(Condition.Pattern pattern) {
        Set<FactType.Property> fields = new LinkedHashSet<>();
        for (Condition.Item item : pattern.items()) {
            walk(value(item), expr -> {
                if (expr instanceof Expr.Read read && read.target() instanceof Expr.Self) {
                    fields.add(read.property());
                }
            });
        }
        fields.addAll(byBinding.getOrDefault(pattern.binding(), Set.of()));
        return fields;
    }

    /** All expressions of what a rule does: its names, choices, severities and messages. */
    public static List<Expr> consequences(RuleTree tree) {
        FieldsRead read = new FieldsRead(tree);
        return read.consequences;
    }

    /** The names that the tests of a pattern use. */
    public static Set<Binding> names(Condition.Pattern pattern) {
        Set<Binding> names = new LinkedHashSet<>();
        pattern.items().forEach(item -> names.addAll(names(value(item))));
        return names;
    }

    /** The names that an expression uses. */
    public static Set<Binding> names(Expr of) {
        Set<Binding> names = new LinkedHashSet<>();
        walk(of, expr -> {
            if (expr instanceof Expr.Variable variable) {
                names.add(variable.binding());
            }
        });
        return names;
    }

    private void statement(Statement statement) {
        if (statement instanceof Statement.Local local) {
            consequence(local.value());
        } else if (statement instanceof Statement.If choice) {
            consequence(choice.test());
            choice.then().forEach(this::statement);
            choice.otherwise().forEach(this::statement);
        } else if (statement instanceof Statement.Report report) {
            consequence(report.message());
            if (report.severity() != null) {
                consequence(report.severity());
            }
        }
    }

    private void consequence(Expr value) {
        consequences.add(value);
        walk(value, expr -> {
            if (expr instanceof Expr.Read read && read.target() instanceof Expr.Variable variable) {
                byBinding
                        .computeIfAbsent(variable.binding(), b -> new LinkedHashSet<>())
                        .add(read.property());
            }
        });
    }

    static Expr value(Condition.Item item) {
        return item instanceof Condition.Bind bind ? bind.value() : ((Condition.Test) item).expr();
    }

    static void walk(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        expr.parts().forEach(child -> walk(child, visitor));
    }
}

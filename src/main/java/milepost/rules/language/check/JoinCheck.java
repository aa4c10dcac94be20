package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Limit;
import milepost.rules.language.Operator;
import milepost.rules.language.Span;
import milepost.rules.language.syntax.Extent;

/**
 * Looks at how the patterns of a rule are tied to one another. A pattern that no equality ties to an earlier one multiplies the
 * combinations to try by the number of its facts; two such patterns are a square, which a roadmap can bear, three are a cube.
 */
final class JoinCheck {
    private final FileContext file;
    /** Names of what there is only one of; to be equal to it ties nothing. */
    private final Set<Binding> single = new HashSet<>();

    JoinCheck(FileContext file) {
        this.file = file;
    }

    void check(List<Condition> conditions) {
        conjunction(conditions, 0, Limit.FREE_PATTERNS.most());
    }

    /** How many free patterns there are after these conditions, counting those before them. */
    private int conjunction(List<? extends Condition> conditions, int before, int most) {
        int free = before;
        for (Condition condition : conditions) {
            free = after(condition, free, most);
        }
        return free;
    }

    private int after(Condition condition, int free, int most) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern, free, most);
        }
        if (condition instanceof Condition.All all) {
            return conjunction(all.parts(), free, most);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream()
                    .mapToInt(part -> after(part, free, most))
                    .max()
                    .orElse(free);
        }
        inside(condition, free);
        return free;
    }

    /** What stands in not, exists, forall and accumulate is tried again for each combination around it. */
    private void inside(Condition condition, int free) {
        if (condition instanceof Condition.Not not) {
            after(not.part(), free, Limit.FREE_PATTERNS_NESTED.most());
        } else if (condition instanceof Condition.Exists exists) {
            after(exists.part(), free, Limit.FREE_PATTERNS_NESTED.most());
        } else if (condition instanceof Condition.Forall forall) {
            List<Condition.Pattern> all = new ArrayList<>(List.of(forall.domain()));
            all.addAll(forall.requirements());
            conjunction(all, free, Limit.FREE_PATTERNS_NESTED.most());
        } else if (condition instanceof Condition.Accumulate accumulate) {
            after(accumulate.source(), free, Limit.FREE_PATTERNS_NESTED.most());
        }
    }

    private int pattern(Condition.Pattern pattern, int free, int most) {
        Set<Binding> own = names(pattern);
        if (RuleCheck.SINGLE.contains(pattern.fact().name())) {
            single.addAll(own);
            return free;
        }
        boolean tied = pattern.items().stream()
                .flatMap(item -> item instanceof Condition.Test test ? conjuncts(test.expr()) : Stream.empty())
                .anyMatch(expr -> ties(expr, own));
        if (!tied && free == most) {
            complain(pattern);
        }
        return tied ? free : free + 1;
    }

    private void complain(Condition.Pattern pattern) {
        FactType fact = pattern.fact();
        Span span = pattern.span();
        int from = file.lines().offsetOf(span.line(), span.column());
        int to = file.lines().offsetOf(span.endLine(), span.endColumn());
        file.complain(
                new Extent(from, to),
                "cross-product",
                "Nothing ties this " + fact.name()
                        + " to the facts before it, so that all combinations of three would be"
                        + " tried. Tie it with ==, such as " + fact.name() + "( key == $other.key ).");
    }

    private static Set<Binding> names(Condition.Pattern pattern) {
        Set<Binding> names = new HashSet<>();
        if (pattern.binding() != null) {
            names.add(pattern.binding());
        }
        pattern.items().forEach(item -> {
            if (item instanceof Condition.Bind bind) {
                names.add(bind.binding());
            }
        });
        return names;
    }

    private static Stream<Expr> conjuncts(Expr expr) {
        return expr instanceof Expr.Binary both && both.operator() == Operator.AND
                ? Stream.concat(conjuncts(both.left()), conjuncts(both.right()))
                : Stream.of(expr);
    }

    private boolean ties(Expr expr, Set<Binding> own) {
        if (expr instanceof Expr.OneOf oneOf && !oneOf.negated()) {
            return isOwn(oneOf.value(), own) && oneOf.options().stream().anyMatch(o -> isOther(o, own));
        }
        if (!(expr instanceof Expr.Binary binary)) {
            return false;
        }
        return switch (binary.operator()) {
            case EQUAL -> isKey(binary) || crosses(binary, own);
            case CONTAINS, MEMBER_OF -> crosses(binary, own);
            default -> false;
        };
    }

    private boolean crosses(Expr.Binary binary, Set<Binding> own) {
        return (isOwn(binary.left(), own) && isOther(binary.right(), own))
                || (isOther(binary.left(), own) && isOwn(binary.right(), own));
    }

    /** {@code key == "REE-1"} leaves one fact. */
    private static boolean isKey(Expr.Binary binary) {
        return binary.left() instanceof Expr.Read read
                && read.target() instanceof Expr.Self
                && read.property().name().equals("key")
                && binary.right() instanceof Expr.Constant;
    }

    private static boolean isOwn(Expr expr, Set<Binding> own) {
        return Parts.leaves(expr)
                        .anyMatch(e ->
                                e instanceof Expr.Self || (e instanceof Expr.Variable v && own.contains(v.binding())))
                && Parts.leaves(expr).noneMatch(e -> e instanceof Expr.Variable v && !own.contains(v.binding()));
    }

    private boolean isOther(Expr expr, Set<Binding> own) {
        return Parts.leaves(expr)
                        .anyMatch(e -> e instanceof Expr.Variable v
                                && !own.contains(v.binding())
                                && !single.contains(v.binding()))
                && Parts.leaves(expr).noneMatch(e -> e instanceof Expr.Self);
    }
}

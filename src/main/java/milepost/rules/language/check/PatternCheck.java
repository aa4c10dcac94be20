package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Operator;
import milepost.rules.language.Type;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.When;
import milepost.rules.language.syntax.Word;
import org.jspecify.annotations.Nullable;

/** Checks one pattern: the type of fact, what is asked of it, and the names given to it and to its values. */
final class PatternCheck {
    private static final Pattern BINDING = Pattern.compile("\\$[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final int LONGEST = 41;

    private final FileContext file;

    PatternCheck(FileContext file) {
        this.file = file;
    }

    Condition.@Nullable Pattern check(When.Pattern pattern, Scope scope) {
        FactType fact = fact(pattern.type());
        if (fact == null) {
            lose(pattern, scope);
            return null;
        }
        Binding binding = null;
        boolean named = true;
        if (pattern.binding() != null) {
            binding = declare(pattern.binding(), new Type.Thing(fact), scope);
            named = binding != null;
        }
        List<Condition.Item> items = items(pattern, fact, scope);
        return items == null || !named ? null : new Condition.Pattern(fact, binding, items, file.span(pattern.at()));
    }

    /** {@code forall( Type( test ) )}: each fact of the type meets the test. */
    @Nullable Condition everyOne(When.Pattern pattern, Scope scope, Extent at) {
        Condition.Pattern required = check(pattern, scope);
        if (required == null) {
            return null;
        }
        Binding each = new Binding("$each", new Type.Thing(required.fact()), required.span());
        Condition.Pattern domain = new Condition.Pattern(required.fact(), each, List.of(), required.span());
        Expr same = new Expr.Binary(
                Operator.EQUAL,
                new Expr.Self(required.fact(), required.span()),
                new Expr.Variable(each, required.span()),
                Type.Simple.BOOLEAN,
                required.span());
        List<Condition.Item> items = new ArrayList<>(List.of(new Condition.Test(same, required.span())));
        items.addAll(required.items());
        Condition.Pattern requirement =
                new Condition.Pattern(required.fact(), required.binding(), List.copyOf(items), required.span());
        return new Condition.Forall(domain, List.of(requirement), file.span(at));
    }

    /** Gives a name to a value; null where the name cannot be given, which has been said. */
    @Nullable Binding declare(Word name, Type type, Scope scope) {
        if (!BINDING.matcher(name.text()).matches()) {
            String meant = "$" + name.text().replaceAll("[^A-Za-z0-9]", "");
            file.complain(
                    name.at(),
                    "binding-name",
                    name.text().length() > LONGEST
                            ? "A name given in a condition has at most " + LONGEST + " characters."
                            : "A name given in a condition begins with $ and a letter.",
                    BINDING.matcher(meant).matches() ? meant : null);
            scope.lose(name.text());
            return null;
        }
        if (scope.knows(name.text())) {
            file.complain(
                    name.at(),
                    "binding-twice",
                    name.text() + " is already the name of something else; choose another.");
            return null;
        }
        Binding binding = new Binding(name.text(), type, file.span(name.at()));
        scope.declare(binding);
        return binding;
    }

    private @Nullable FactType fact(Word type) {
        FactType known = file.vocabulary().findType(type.text()).orElse(null);
        if (known != null && known.matchable()) {
            return known;
        }
        if (known != null) {
            file.complain(
                    type.at(),
                    "unknown-type",
                    type.text() + " is the value of a property, not a fact; begin with the fact that has it.");
        } else if (type.text().contains(".")) {
            String last = type.text().substring(type.text().lastIndexOf('.') + 1);
            file.complain(
                    type.at(),
                    "unknown-type",
                    "A pattern begins with the plain name of a fact, such as Milestone.",
                    file.vocabulary().matchable().contains(last) ? last : null);
        } else {
            file.unknown(
                    type.at(),
                    "unknown-type",
                    type.text() + " is not a type of fact",
                    new FileContext.Asked(type.text(), file.vocabulary().matchable()));
        }
        return null;
    }

    private @Nullable List<Condition.Item> items(When.Pattern pattern, FactType fact, Scope scope) {
        List<Condition.Item> items = new ArrayList<>();
        boolean right = true;
        for (When.Item item : pattern.items()) {
            ExpressionCheck expressions = new ExpressionCheck(file, new ExpressionCheck.Place(scope, fact, false));
            if (item.binding() != null && item.value() != null) {
                Condition.Bind bind = bind(item.binding(), expressions.check(item.value()), item, scope);
                right &= bind != null && items.add(bind);
            }
            if (item.test() != null) {
                Expr test = expressions.condition(item.test());
                right &= test != null
                        && items.add(
                                new Condition.Test(test, file.span(item.test().at())));
            }
        }
        return right ? List.copyOf(items) : null;
    }

    private Condition.@Nullable Bind bind(Word name, @Nullable Expr value, When.Item item, Scope scope) {
        if (value == null) {
            scope.lose(name.text());
            return null;
        }
        if (!(value instanceof Expr.Read) && !(value instanceof Expr.Call)) {
            file.complain(
                    item.at(),
                    "binding-value",
                    "A name can be given to a property or to what a method gives, such as $due : due.last.");
            scope.lose(name.text());
            return null;
        }
        if (readsNames(value)) {
            file.complain(
                    item.at(),
                    "binding-value",
                    "A name is given to a value of the fact itself; write the expression where it is needed.");
            scope.lose(name.text());
            return null;
        }
        Binding binding = declare(name, value.type(), scope);
        return binding == null ? null : new Condition.Bind(binding, value, file.span(item.at()));
    }

    private static boolean readsNames(Expr expr) {
        if (expr instanceof Expr.Call call) {
            return readsNames(call.target()) || call.arguments().stream().anyMatch(a -> !(a instanceof Expr.Constant));
        }
        return expr instanceof Expr.Read read ? readsNames(read.target()) : expr instanceof Expr.Variable;
    }

    private static void lose(When.Pattern pattern, Scope scope) {
        if (pattern.binding() != null) {
            scope.lose(pattern.binding().text());
        }
        for (When.Item item : pattern.items()) {
            if (item.binding() != null) {
                scope.lose(item.binding().text());
            }
        }
    }
}

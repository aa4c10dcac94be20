package milepost.rules.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the conditions of a rule. */
final class ConditionParser {
    private static final Set<String> REFUSED =
            Set.of("eval", "from", "collect", "query", "entry", "over", "groupby", "acc");

    private final Cursor cursor;
    private final Problems problems;
    private final Map<String, FactType> facts;
    private final ExpressionParser expressions;
    private final TypeRules types;
    private int patterns;

    ConditionParser(Cursor cursor, Problems problems, Vocabulary vocabulary) {
        this.cursor = cursor;
        this.problems = problems;
        this.facts = vocabulary.facts();
        this.types = new TypeRules(problems);
        this.expressions = new ExpressionParser(cursor, new NameResolver(vocabulary, problems), types);
    }

    List<Condition> parse(Scope scope) {
        patterns = 0;
        List<Condition> conditions = new ArrayList<>();
        while (!cursor.at("then") && !cursor.at("end") && !cursor.atEnd()) {
            conditions.add(any(scope));
        }
        if (patterns > Limits.PATTERNS) {
            problems.error(
                    cursor.peek().span(), "too-many-patterns", "A rule has at most " + Limits.PATTERNS + " patterns.");
        }
        return conditions;
    }

    private Condition any(Scope scope) {
        Token first = cursor.peek();
        Scope branch = scope.nested();
        Condition only = all(branch);
        if (!cursor.at("or")) {
            scope.adopt(branch);
            return only;
        }
        List<Condition> parts = new ArrayList<>(List.of(only));
        while (cursor.accept("or")) {
            parts.add(all(scope.nested()));
        }
        return new Condition.Any(List.copyOf(parts), cursor.since(first));
    }

    private Condition all(Scope scope) {
        Token first = cursor.peek();
        List<Condition> parts = new ArrayList<>();
        parts.add(one(scope));
        while (cursor.accept("and")) {
            parts.add(one(scope));
        }
        return parts.size() == 1 ? parts.get(0) : new Condition.All(List.copyOf(parts), cursor.since(first));
    }

    private Condition one(Scope scope) {
        Token first = cursor.peek();
        if (REFUSED.contains(first.text())) {
            throw cursor.lost("\"" + first.text() + "\" is not part of the rule language.");
        }
        if (cursor.accept("not")) {
            Condition part = one(scope.nested());
            return new Condition.Not(part, cursor.since(first));
        }
        if (cursor.accept("exists")) {
            Condition part = one(scope.nested());
            return new Condition.Exists(part, cursor.since(first));
        }
        if (cursor.accept("forall")) {
            return forall(scope.nested(), first);
        }
        if (cursor.accept("accumulate")) {
            return accumulate(scope, first);
        }
        if (cursor.accept("(")) {
            Condition inner = any(scope);
            cursor.expect(")", "to close the group");
            return inner;
        }
        return pattern(scope);
    }

    private Condition forall(Scope scope, Token first) {
        cursor.expect("(", "after forall");
        Condition.Pattern domain = pattern(scope);
        List<Condition.Pattern> requirements = new ArrayList<>();
        while (!cursor.at(")") && !cursor.atEnd()) {
            requirements.add(pattern(scope));
        }
        cursor.expect(")", "to close forall");
        return new Condition.Forall(domain, List.copyOf(requirements), cursor.since(first));
    }

    private Condition.Pattern pattern(Scope scope) {
        Token first = cursor.peek();
        Token name = null;
        if (cursor.peek(1).is(":")) {
            name = cursor.expect(Token.Kind.NAME, "a name beginning with $");
            cursor.next();
        }
        Token type = cursor.expect(Token.Kind.NAME, "a fact such as Milestone( ... )");
        cursor.expect("(", "after " + type.text());
        patterns++;
        FactType fact = facts.get(type.text());
        if (fact == null) {
            problems.unknown(type.span(), "unknown-fact", type.text() + " is not a fact", facts.keySet());
            skipBrackets();
            throw new Cursor.Lost();
        }
        List<Condition.Item> items = new ArrayList<>();
        while (!cursor.at(")") && !cursor.atEnd()) {
            item(scope.inside(fact), items);
            if (!cursor.accept(",") && !cursor.at(")")) {
                throw cursor.lost("Expected , or ) after a condition of " + type.text() + ".");
            }
        }
        cursor.expect(")", "to close " + type.text());
        Binding binding = name == null ? null : bind(scope, name, new Type.Thing(fact));
        return new Condition.Pattern(fact, binding, List.copyOf(items), cursor.since(first));
    }

    private void item(Scope scope, List<Condition.Item> items) {
        Token first = cursor.peek();
        if (!cursor.peek(1).is(":")) {
            Expr test = expressions.parse(scope);
            types.needsTruth(test);
            items.add(new Condition.Test(test, cursor.since(first)));
            return;
        }
        cursor.next();
        cursor.next();
        Expr value = expressions.parse(scope);
        if (value instanceof Expr.Binary test && Operators.strength(test.operator()) == Operators.COMPARISON) {
            items.add(new Condition.Bind(bind(scope, first, test.left().type()), test.left(), cursor.since(first)));
            items.add(new Condition.Test(test, cursor.since(first)));
        } else {
            items.add(new Condition.Bind(bind(scope, first, value.type()), value, cursor.since(first)));
        }
    }

    private Binding bind(Scope scope, Token name, Type type) {
        Binding binding = new Binding(name.text(), type, name.span());
        if (!name.text().startsWith("$")) {
            problems.error(
                    name.span(),
                    "name",
                    "A name given in a condition begins with $: $" + name.text() + ".",
                    "$" + name.text());
        } else if (!scope.add(binding)) {
            problems.error(
                    name.span(),
                    "bound-twice",
                    name.text() + " already has a meaning in this rule; choose another name.");
        }
        return binding;
    }

    private Condition accumulate(Scope outer, Token first) {
        cursor.expect("(", "after accumulate");
        Scope inner = outer.nested();
        Condition source = any(inner);
        if (!cursor.accept(";")) {
            cursor.expect(",", "or ; after the source of accumulate");
        }
        List<Condition.Fold> folds = new ArrayList<>();
        do {
            folds.add(fold(inner, outer));
        } while (cursor.accept(","));
        List<Condition.Test> tests = new ArrayList<>();
        if (cursor.accept(";")) {
            do {
                Token start = cursor.peek();
                Expr test = expressions.parse(outer);
                types.needsTruth(test);
                tests.add(new Condition.Test(test, cursor.since(start)));
            } while (cursor.accept(","));
        }
        cursor.expect(")", "to close accumulate");
        return new Condition.Accumulate(source, List.copyOf(folds), List.copyOf(tests), cursor.since(first));
    }

    private Condition.Fold fold(Scope inner, Scope outer) {
        Token name = cursor.expect(Token.Kind.NAME, "a name for the result");
        cursor.expect(":", "after " + name.text());
        Token function = cursor.expect(Token.Kind.NAME, "a function such as count");
        cursor.expect("(", "after " + function.text());
        Expr argument = cursor.at(")") ? null : expressions.parse(inner);
        cursor.expect(")", "after the argument");
        FoldTypes folds = new FoldTypes(problems);
        Condition.Function known = folds.function(function);
        Type result = folds.result(known, argument, function.span());
        return new Condition.Fold(known, argument, bind(outer, name, result), cursor.since(name));
    }

    private void skipBrackets() {
        int depth = 1;
        while (depth > 0 && !cursor.atEnd()) {
            Token token = cursor.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
    }
}

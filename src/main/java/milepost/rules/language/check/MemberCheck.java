package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;
import milepost.rules.language.syntax.Extent;
import milepost.rules.language.syntax.Node;
import milepost.rules.language.syntax.Word;
import milepost.rules.language.vocabulary.Members;
import milepost.rules.language.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;

/** Resolves what follows a dot: properties, methods on the list, constants of an enum. */
final class MemberCheck {
    private final FileContext file;
    private final ExpressionCheck.Place place;
    private final ExpressionCheck expressions;

    MemberCheck(FileContext file, ExpressionCheck.Place place, ExpressionCheck expressions) {
        this.file = file;
        this.place = place;
        this.expressions = expressions;
    }

    @Nullable Expr field(Node.Field field) {
        Class<? extends Enum<?>> constants = constantsNamed(field.target());
        if (constants != null) {
            return constant(constants, field);
        }
        Expr target = target(field.target());
        if (target == null) {
            return null;
        }
        Members members = file.vocabulary().membersOf(target.type());
        FactType.Property property = members.properties().get(field.name().text());
        if (place.java()) {
            getterNeeded(field.name(), target, members);
            return null;
        }
        if (property != null) {
            return new Expr.Read(target, property, file.span(field.at()));
        }
        unknown(
                field.name(),
                "unknown-property",
                " is not a property of ",
                target,
                members.properties().keySet());
        return null;
    }

    @Nullable Expr invoke(Node.Invoke invoke) {
        Expr target = receiver(invoke);
        if (target == null) {
            return null;
        }
        Members members = file.vocabulary().membersOf(target.type());
        Word name = invoke.name();
        FactType.Property getter = members.getters().get(name.text());
        if (getter != null && invoke.arguments().isEmpty()) {
            return new Expr.Read(target, getter, file.span(invoke.at()));
        }
        FactType.Method method = members.methods().get(name.text());
        if (method != null) {
            return call(invoke, target, method);
        }
        if (getter != null) {
            file.complain(name.at(), "arguments", name.text() + " takes nothing between its brackets.");
        } else if (invoke.target() == null && ExpressionCheck.isDay(name.text())) {
            file.complain(name.at(), "unknown-method", ExpressionCheck.TODAY);
        } else {
            TreeSet<String> known = new TreeSet<>(members.getters().keySet());
            known.addAll(members.methods().keySet());
            unknown(name, "unknown-method", " is not a method of ", target, known);
        }
        return null;
    }

    private @Nullable Expr receiver(Node.Invoke invoke) {
        Node node = invoke.target();
        FactType self = place.self();
        if (node == null) {
            if (self == null) {
                file.complain(
                        invoke.name().at(),
                        "unknown-method",
                        "There is no " + invoke.name().text() + "( ) here; call a method of a fact or value.");
            }
            return self == null
                    ? null
                    : new Expr.Self(self, file.span(invoke.name().at()));
        }
        Class<? extends Enum<?>> constants = constantsNamed(node);
        if (constants != null) {
            file.complain(
                    invoke.name().at(),
                    "unknown-method",
                    "Write a constant after " + constants.getSimpleName() + ": " + list(constants) + ".");
            return null;
        }
        return target(node);
    }

    private @Nullable Expr target(Node node) {
        if (node instanceof Node.Name name
                && place.java()
                && name.text().equals("findings")
                && !place.scope().knows("findings")) {
            file.complain(name.at(), "call", "findings.report( … ) stands as a statement of its own.");
            return null;
        }
        if (outside(node)) {
            return null;
        }
        if (node instanceof Node.Name name && place.scope().isBare(name.text())) {
            file.complain(
                    name.at(),
                    "result-member",
                    name.text()
                            + " is the first, the last or the average of several; it can be compared and shown, and nothing"
                            + " can be asked of it.");
            return null;
        }
        return expressions.check(node);
    }

    /** Names of classes, with or without their package, lead out of the language. */
    private boolean outside(Node node) {
        Node root = node;
        while (root instanceof Node.Field field) {
            root = field.target();
        }
        if (!(root instanceof Node.Name name) || place.scope().knows(name.text())) {
            return false;
        }
        boolean packaged = name.text().matches("java|javax|org|com|milepost|jdk|sun");
        boolean type = Character.isUpperCase(name.text().charAt(0)) && constantsNamed(name) == null;
        if (packaged || type) {
            file.complain(
                    node.at(),
                    "foreign-class",
                    "Only facts, their values and constants such as Status.DONE can be used in a rule.");
        }
        return packaged || type;
    }

    private @Nullable Expr call(Node.Invoke invoke, Expr target, FactType.Method method) {
        List<Type> parameters = method.parameters();
        if (invoke.arguments().size() != parameters.size()) {
            String wanted = parameters.isEmpty() ? "nothing" : Types.shown(parameters.get(0));
            file.complain(
                    invoke.name().at(), "arguments", method.name() + " takes " + wanted + " between its brackets.");
            return null;
        }
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Node node = invoke.arguments().get(i);
            Expr argument = expressions.check(node);
            if (argument == null) {
                return null;
            }
            if (!Types.same(parameters.get(i), argument.type())) {
                wrongArgument(method, node.at(), parameters.get(i), argument);
                return null;
            }
            arguments.add(argument);
        }
        return new Expr.Call(target, method, arguments, file.span(invoke.at()));
    }

    private void wrongArgument(FactType.Method method, Extent at, Type wanted, Expr given) {
        boolean target = wanted == Type.Simple.DATE
                && given.type() instanceof Type.Thing thing
                && thing.fact().name().equals("TargetDate");
        boolean text = wanted == Type.Simple.DATE && given.type() == Type.Simple.TEXT;
        String hint = target
                ? " Use its last day."
                : text ? " For a fixed day compare its parts, such as due.last.year >= 2027." : "";
        String last = place.java() ? ".last()" : ".last";
        file.complain(
                at,
                "type",
                method.name() + " takes " + Types.shown(wanted) + ", not " + Types.shown(given.type()) + "." + hint,
                target ? file.text().substring(at.from(), at.to()) + last : null);
    }

    private @Nullable Class<? extends Enum<?>> constantsNamed(Node node) {
        return node instanceof Node.Name name && !place.scope().knows(name.text())
                ? file.vocabulary().findConstants(name.text()).orElse(null)
                : null;
    }

    private @Nullable Expr constant(Class<? extends Enum<?>> type, Node.Field field) {
        for (Enum<?> constant : type.getEnumConstants()) {
            if (constant.name().equals(field.name().text())) {
                return new Expr.Constant(constant, new Type.Constants(type), file.span(field.at()));
            }
        }
        String message = type.getSimpleName() + " has no " + field.name().text() + "; it has " + list(type);
        file.unknown(
                field.name().at(),
                "unknown-constant",
                message,
                new FileContext.Asked(field.name().text(), Vocabulary.constantsOf(type)));
        return null;
    }

    private static String list(Class<? extends Enum<?>> type) {
        return String.join(", ", Vocabulary.constantsOf(type));
    }

    private void getterNeeded(Word name, Expr target, Members members) {
        String getter = members.getters().entrySet().stream()
                .filter(e -> e.getValue().name().equals(name.text()))
                .map(e -> e.getKey() + "()")
                .findFirst()
                .orElse(null);
        if (getter != null) {
            file.complain(
                    name.at(), "getter-needed", "In a consequence a property is called: write " + getter + ".", getter);
        } else {
            unknown(
                    name,
                    "unknown-property",
                    " is not a property of ",
                    target,
                    members.properties().keySet());
        }
    }

    private void unknown(Word name, String code, String is, Expr target, Iterable<String> known) {
        TreeSet<String> words = new TreeSet<>();
        known.forEach(words::add);
        String written = name.text();
        if (written.matches("get[A-Z].*")) {
            written = written.substring(3, 4).toLowerCase(Locale.ROOT) + written.substring(4);
        }
        file.unknown(
                name.at(), code, name.text() + is + Types.shown(target.type()), new FileContext.Asked(written, words));
    }
}

package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Prints what was read of a file, word for word, and the file itself in the same way, so that nothing can have been passed over.
 * Brackets and separators are left out of both, and so are the lines at the head of the file.
 */
public final class WholeText {
    private static final Set<String> PUNCTUATION = Set.of("(", ")", "{", "}", ",", ";");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final Set<Node> printed = Collections.newSetFromMap(new IdentityHashMap<>());

    private WholeText(String text) {
        this.text = text;
    }

    /** The words of the text from its first rule on. */
    public static List<String> written(String text) {
        List<String> words = words(text);
        int first = words.indexOf("rule");
        return first < 0 ? List.of() : words.subList(first, words.size());
    }

    /** The words of what was read. */
    public static List<String> read(String text, FileSyntax syntax) {
        WholeText whole = new WholeText(text);
        syntax.rules().forEach(whole::rule);
        return whole.words;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (Token token : Lexer.read(text)) {
            boolean word = token.kind() != Token.Kind.COMMENT && token.kind() != Token.Kind.END;
            if (word && !(token.kind() == Token.Kind.SYMBOL && PUNCTUATION.contains(token.text()))) {
                words.add(token.is("acc") ? "accumulate" : token.is("!.") ? "." : token.text());
            }
        }
        return words;
    }

    private void source(Extent at) {
        words.addAll(words(text.substring(at.from(), at.to())));
    }

    private void rule(RuleSyntax rule) {
        words.add("rule");
        source(rule.name().at());
        for (RuleSyntax.Annotation annotation : rule.annotations()) {
            words.add("@");
            words.add(annotation.name().text());
            source(annotation.value().at());
        }
        words.add("when");
        rule.when().forEach(this::when);
        words.add("then");
        rule.then().forEach(this::then);
        words.add("end");
    }

    private void when(When when) {
        if (when instanceof When.Pattern pattern) {
            named(pattern.binding());
            source(pattern.type().at());
            pattern.items().forEach(this::item);
        } else if (when instanceof When.Group group) {
            for (int i = 0; i < group.parts().size(); i++) {
                if (i > 0) {
                    words.add(group.any() ? "or" : "and");
                }
                when(group.parts().get(i));
            }
        } else if (when instanceof When.Not not) {
            words.add("not");
            when(not.part());
        } else if (when instanceof When.Exists exists) {
            words.add("exists");
            when(exists.part());
        } else if (when instanceof When.ForAll forAll) {
            words.add("forall");
            forAll.patterns().forEach(this::when);
        } else if (when instanceof When.Accumulate accumulate) {
            words.add("accumulate");
            when(accumulate.source());
            accumulate.folds().forEach(fold -> {
                named(fold.result());
                words.add(fold.function().text());
                fold.arguments().forEach(this::node);
            });
            accumulate.tests().forEach(this::node);
        }
    }

    private void named(Word binding) {
        if (binding != null) {
            words.add(binding.text());
            words.add(":");
        }
    }

    private void item(When.Item item) {
        named(item.binding());
        node(item.value());
        node(item.test());
    }

    private void then(Then then) {
        if (then instanceof Then.Local local) {
            words.add(local.type().text());
            words.add(local.name().text());
            words.add("=");
            node(local.value());
        } else if (then instanceof Then.If branch) {
            words.add("if");
            node(branch.test());
            branch.then().forEach(this::then);
            if (!branch.otherwise().isEmpty()) {
                words.add("else");
            }
            branch.otherwise().forEach(this::then);
        } else if (then instanceof Then.Act act) {
            node(act.expression());
        }
    }

    /** A node that stands in two places, as in {@code progress > 40 && < 60}, was written once. */
    private void node(Node node) {
        if (node == null || !printed.add(node)) {
            return;
        }
        if (node instanceof Node.Literal literal) {
            words.add(literal.written());
        } else if (node instanceof Node.Name name) {
            words.add(name.text());
        } else if (node instanceof Node.Field field) {
            node(field.target());
            words.add(".");
            words.add(field.name().text());
        } else if (node instanceof Node.Invoke invoke) {
            if (invoke.target() != null) {
                node(invoke.target());
                words.add(".");
            }
            words.add(invoke.name().text());
            invoke.arguments().forEach(this::node);
        } else if (node instanceof Node.Prefix prefix) {
            words.add(prefix.operator());
            node(prefix.operand());
        } else {
            operators(node);
        }
    }

    private void operators(Node node) {
        if (node instanceof Node.Infix infix) {
            node(infix.left());
            words.addAll(words(infix.operator().text()));
            node(infix.right());
        } else if (node instanceof Node.In in) {
            node(in.value());
            words.addAll(in.negated() ? List.of("not", "in") : List.of("in"));
            in.options().forEach(this::node);
        } else if (node instanceof Node.Ternary ternary) {
            node(ternary.test());
            words.add("?");
            node(ternary.then());
            words.add(":");
            node(ternary.otherwise());
        }
    }
}

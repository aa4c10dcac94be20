package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Limit;

/** Reads one expression by operator precedence: linear in its length, bounded in its depth. */
final class ExpressionParser {
    private final Cursor cursor;
    private final Infixes infixes;
    private int parts;
    private int depth;

    /**
     * @param java whether the expression stands in the consequence, which is plain Java, rather than in a condition
     */
    ExpressionParser(Cursor cursor, boolean java) {
        this.cursor = cursor;
        this.infixes = new Infixes(cursor, this, java);
    }

    Node expression() {
        enter();
        Node test = infixes.after(unary(), 1);
        depth--;
        return choice(test);
    }

    /** What follows an operand that has been read already, up to the end of the expression. */
    Node from(Node operand) {
        return choice(infixes.after(operand, 1));
    }

    private Node choice(Node test) {
        if (!cursor.accept("?")) {
            return test;
        }
        enter();
        Node then = expression();
        cursor.expect(":");
        Node otherwise = expression();
        depth--;
        return new Node.Ternary(test, then, otherwise, test.at().through(otherwise.at()));
    }

    Node unary() {
        Token token = cursor.peek();
        if (token.is("!") || token.is("-")) {
            cursor.next();
            enter();
            Node operand = unary();
            depth--;
            return new Node.Prefix(token.text(), operand, token.at().through(operand.at()));
        }
        return path();
    }

    /** A primary with the properties and calls that hang on it. */
    Node path() {
        Node node = primary();
        while (cursor.at(".") || cursor.at("!.")) {
            cursor.next();
            part();
            Word name = Word.of(cursor.expectWord("the name of a property"));
            Extent at = node.at().through(name.at());
            if (cursor.at("(")) {
                List<Node> arguments = arguments();
                node = new Node.Invoke(
                        node, name, arguments, at.through(cursor.last().at()));
            } else {
                node = new Node.Field(node, name, at);
            }
        }
        return node;
    }

    private Node primary() {
        part();
        Token token = cursor.peek();
        switch (token.kind()) {
            case NUMBER -> {
                return Literals.number(cursor.next());
            }
            case STRING -> {
                return Literals.string(cursor.next());
            }
            case WORD -> {
                return word();
            }
            default -> {
                if (token.is("(")) {
                    return parenthesised();
                }
                throw missing(token);
            }
        }
    }

    private Node word() {
        Token token = cursor.peek();
        if (cursor.atSection() || infixes.isWordOperator(token)) {
            throw missing(token);
        }
        Refusals.findOperator(token).ifPresent(c -> {
            throw new Fault(c);
        });
        cursor.next();
        switch (token.text()) {
            case "true", "false" -> {
                return new Node.Literal(token.text().equals("true"), token.text(), token.at());
            }
            case "null" -> {
                return new Node.Literal(null, token.text(), token.at());
            }
            default -> {
                if (!cursor.at("(")) {
                    return new Node.Name(token.text(), token.at());
                }
                List<Node> arguments = arguments();
                Extent at = token.at().through(cursor.last().at());
                return new Node.Invoke(null, Word.of(token), arguments, at);
            }
        }
    }

    private Node parenthesised() {
        Token open = cursor.next();
        if (cursor.at(")") && cursor.peek(1).is("->")) {
            Refusals.findOperator(cursor.peek(1)).ifPresent(c -> {
                throw new Fault(c);
            });
        }
        Node inner = expression();
        cursor.expect(")");
        Token after = cursor.peek();
        boolean typeName = inner instanceof Node.Name || inner instanceof Node.Field;
        if (typeName && (after.kind() == Token.Kind.STRING || (after.isWord() && !infixes.isWordOperator(after)))) {
            throw new Fault(
                    open.at().through(cursor.last().at()), "cast", "Casts are not part of the language; delete this.");
        }
        return inner;
    }

    private List<Node> arguments() {
        cursor.expect("(");
        List<Node> list = new ArrayList<>();
        if (!cursor.at(")")) {
            do {
                list.add(expression());
            } while (cursor.accept(","));
        }
        cursor.expect(")");
        return list;
    }

    private Fault missing(Token token) {
        if (token.is("not") && !cursor.last().is("not")) {
            return new Fault(new Complaint(
                    token.at(),
                    "expected-value",
                    "Inside a fact write ! for not, such as !( title contains \"x\" ); the word stands before whole conditions.",
                    "!"));
        }
        return Refusals.findOperator(token)
                .map(Fault::new)
                .orElseGet(() -> new Fault(
                        token.at(),
                        "expected-value",
                        "Expected a value, a property or a bracket here, found " + token.shown() + "."));
    }

    void part() {
        if (++parts > Limit.EXPRESSION_PARTS.most()) {
            throw new Fault(
                    cursor.peek().at(),
                    "too-long",
                    "An expression has at most " + Limit.EXPRESSION_PARTS + " parts; split it into several.");
        }
    }

    private void enter() {
        if (++depth > Limit.EXPRESSION_DEPTH.most()) {
            throw new Fault(cursor.peek().at(), "too-deep", "This expression nests too deep; split it into several.");
        }
    }
}

package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operators that stand between two operands, and what may follow an operand. */
final class Infixes {
    private static final int EQUALITY = 3;
    private static final int RELATION = 4;
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("||", 1),
            Map.entry("&&", 2),
            Map.entry("==", EQUALITY),
            Map.entry("!=", EQUALITY),
            Map.entry("<", RELATION),
            Map.entry("<=", RELATION),
            Map.entry(">", RELATION),
            Map.entry(">=", RELATION),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6));
    private static final Set<String> SYMBOL_RELATIONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> WORDS = Set.of("contains", "memberOf", "matches", "in", "str", "not");
    private static final Set<String> STR = Set.of("startsWith", "endsWith", "length");

    private final Cursor cursor;
    private final ExpressionParser operands;
    private final boolean java;

    Infixes(Cursor cursor, ExpressionParser operands, boolean java) {
        this.cursor = cursor;
        this.operands = operands;
        this.java = java;
    }

    boolean isWordOperator(Token token) {
        return !java && token.isWord() && WORDS.contains(token.text());
    }

    /** Reads on after {@code first} as long as operators of at least this rank follow. */
    Node after(Node first, int least) {
        Node left = first;
        while (true) {
            Token token = cursor.peek();
            int rank = isWordOperator(token) ? RELATION : rank(token);
            if (rank == 0) {
                refuse(token);
            }
            if (rank < least || rank == 0) {
                return left;
            }
            operands.part();
            if (rank == RELATION && token.isWord()) {
                left = wordRelation(left);
            } else {
                cursor.next();
                left = symbol(left, token, rank);
            }
        }
    }

    private Node symbol(Node left, Token operator, int rank) {
        Slips.findPair(operator, cursor.peek()).ifPresent(c -> {
            throw new Fault(c);
        });
        if (operator.is("%") && (cursor.at(")") || cursor.at(","))) {
            throw new Fault(new Complaint(
                    operator.at(), "expected-value", "Percent are plain numbers here; delete the sign.", ""));
        }
        Node right;
        if (rank < EQUALITY && !java && continuesRelation()) {
            right = after(lastRelated(left), EQUALITY);
        } else {
            right = after(operands.unary(), rank + 1);
        }
        return new Node.Infix(Word.of(operator), left, right, left.at().through(right.at()));
    }

    /** In {@code progress > 40 && < 60} the second relation has no left side of its own. */
    private boolean continuesRelation() {
        Token token = cursor.peek();
        return (token.kind() == Token.Kind.SYMBOL && SYMBOL_RELATIONS.contains(token.text())) || isWordOperator(token);
    }

    private Node lastRelated(Node left) {
        Node node = left;
        while (node instanceof Node.Infix infix) {
            if (rank(infix.operator().text()) >= EQUALITY) {
                return infix.left();
            }
            node = infix.right();
        }
        if (node instanceof Node.In in) {
            return in.value();
        }
        throw new Fault(
                cursor.peek().at(),
                "expected-value",
                "Write the left side of this comparison; there is none before it to share.");
    }

    private Node wordRelation(Node left) {
        Token first = cursor.next();
        boolean negated = first.is("not");
        Token word = negated ? cursor.next() : first;
        if (word.is("in")) {
            return in(left, negated);
        }
        String name = word.text();
        if (word.is("str")) {
            cursor.expect("[");
            Token kind = cursor.expectWord("startsWith, endsWith or length");
            cursor.expect("]");
            if (!STR.contains(kind.text())) {
                throw new Fault(
                        kind.at(), "unknown-operator", "After str stands [startsWith], [endsWith] or [length].");
            }
            name = "str[" + kind.text() + "]";
            if (kind.is("length") && continuesRelation()) {
                throw new Fault(
                        cursor.peek().at(),
                        "expected-value",
                        "After str[length] stands the number of characters itself; for less or more compare the property, such as title.length < 200.");
            }
        }
        if (negated && !Set.of("contains", "memberOf", "matches").contains(name)) {
            throw new Fault(word.at(), "unknown-operator", "After not stands in, contains, memberOf or matches.");
        }
        Word operator = new Word(
                negated ? "not " + name : name, first.at().through(cursor.last().at()));
        Node right = after(operands.unary(), RELATION + 1);
        return new Node.Infix(operator, left, right, left.at().through(right.at()));
    }

    private Node in(Node left, boolean negated) {
        cursor.expect("(");
        List<Node> options = new ArrayList<>();
        do {
            options.add(operands.expression());
        } while (cursor.accept(","));
        Token close = cursor.expect(")");
        return new Node.In(left, options, negated, left.at().through(close.at()));
    }

    private static int rank(Token token) {
        return token.kind() == Token.Kind.SYMBOL ? rank(token.text()) : 0;
    }

    private static int rank(String operator) {
        return Character.isLetter(operator.charAt(0)) ? RELATION : RANKS.getOrDefault(operator, 0);
    }

    /** What follows is no operator: refuses what an author may have meant as one, and leaves the rest to the caller. */
    private void refuse(Token token) {
        if (token.is("=")) {
            Slips.findPair(token, cursor.peek(1)).ifPresent(c -> {
                throw new Fault(c);
            });
        }
        Refusals.findOperator(token).ifPresent(c -> {
            String fix = token.is("=") && !java ? "==" : token.is("&") ? "&&" : token.is("|") ? "||" : null;
            throw new Fault(new Complaint(c.at(), c.code(), c.message(), fix));
        });
        if (!java && token.isWord() && !cursor.atSection()) {
            Slips.findOperator(cursor).ifPresent(c -> {
                throw new Fault(c);
            });
            String near = Spelling.findClosest(token.text(), WORDS).orElse(null);
            String hint = near == null
                    ? " Use ==, !=, <, >, in, contains, memberOf, matches or str[startsWith]."
                    : " Did you mean " + near + "?";
            throw new Fault(
                    new Complaint(token.at(), "unknown-operator", token.shown() + " is not an operator." + hint, near));
        }
    }
}

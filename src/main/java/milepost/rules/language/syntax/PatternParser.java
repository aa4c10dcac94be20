package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Limit;

/** Reads one pattern and the constraints in it; a broken constraint does not hide the others. */
final class PatternParser {
    private final Cursor cursor;

    PatternParser(Cursor cursor) {
        this.cursor = cursor;
    }

    When.Pattern pattern() {
        Token start = cursor.peek();
        Word binding = null;
        if (cursor.peek(1).is(":") || cursor.peek(1).is(":=")) {
            binding = Word.of(cursor.next());
            colon();
            if (cursor.at("(")) {
                throw new Fault(
                        cursor.peek().at(),
                        "expected-condition",
                        "A name belongs to one pattern; put it inside the brackets.");
            }
        }
        Word type = type();
        Refusals.findAfterPattern(cursor.peek(), cursor.peek(1)).ifPresent(c -> {
            throw new Fault(c);
        });
        if (!cursor.at("(")) {
            throw new Fault(
                    cursor.peek().at(),
                    "expected-condition",
                    "Expected ( after " + type.text() + " here, found "
                            + cursor.peek().shown() + ".");
        }
        cursor.next();
        int inside = cursor.depth();
        List<When.Item> items = items(inside);
        Token close = cursor.expect(")");
        Refusals.findAfterPattern(cursor.peek(), cursor.peek(1)).ifPresent(c -> {
            throw new Fault(c);
        });
        return new When.Pattern(binding, type, items, start.at().through(close.at()));
    }

    /** Expressions between commas, up to the closing bracket. */
    List<Node> expressions(int inside) {
        List<Node> list = new ArrayList<>();
        for (When.Item item : items(inside)) {
            if (item.test() != null && item.binding() == null) {
                list.add(item.test());
            } else {
                cursor.complaints()
                        .add(new Complaint(
                                item.at(), "binding", "No name can be given here; only tests of the results."));
            }
        }
        return list;
    }

    private Word type() {
        if (cursor.at("/")) {
            throw new Fault(
                    cursor.peek().at(), "oopath", "Paths with / are not part of the language; match a pattern.");
        }
        Token first = cursor.expectWord("a type of fact");
        StringBuilder name = new StringBuilder(first.text());
        while (cursor.accept(".")) {
            name.append('.').append(cursor.expectWord("a name").text());
        }
        return new Word(name.toString(), first.at().through(cursor.last().at()));
    }

    private List<When.Item> items(int inside) {
        List<When.Item> items = new ArrayList<>();
        if (cursor.at(")")) {
            return items;
        }
        do {
            if (items.size() == Limit.CONSTRAINTS.most()) {
                throw new Fault(
                        cursor.peek().at(), "too-long", "A pattern has at most " + Limit.CONSTRAINTS + " constraints.");
            }
            try {
                items.add(item(inside));
            } catch (Fault fault) {
                cursor.report(fault);
                cursor.skipInList(inside);
            }
        } while (cursor.accept(","));
        return items;
    }

    private When.Item item(int inside) {
        Token start = cursor.peek();
        Word binding = null;
        Node value = null;
        Node test = null;
        if (start.isWord() && (cursor.peek(1).is(":") || cursor.peek(1).is(":="))) {
            binding = Word.of(cursor.next());
            colon();
            if (cursor.at("/")) {
                throw new Fault(
                        cursor.peek().at(),
                        "oopath",
                        "Paths with / are not part of the language; match a second pattern.");
            }
            ExpressionParser parser = new ExpressionParser(cursor, false);
            value = parser.path();
            test = goesOn(inside) ? parser.from(value) : null;
        } else {
            if (start.is("/")) {
                throw new Fault(
                        start.at(), "oopath", "Paths with / are not part of the language; match a second pattern.");
            }
            test = new ExpressionParser(cursor, false).expression();
        }
        if (goesOn(inside)) {
            throw unexpected();
        }
        return new When.Item(
                binding, value, test, start.at().through(cursor.last().at()));
    }

    private boolean goesOn(int inside) {
        return !cursor.at(",") && !(cursor.at(")") && cursor.depth() < inside);
    }

    private Fault unexpected() {
        Token token = cursor.peek();
        if (token.is(";")) {
            return new Fault(
                    token.at(),
                    "positional",
                    "Arguments by position are not part of the language; write property == value.");
        }
        return new Fault(
                token.at(), "expected", "Expected a comma or a closing bracket here, found " + token.shown() + ".");
    }

    private void colon() {
        Token sign = cursor.next();
        if (sign.is(":=")) {
            throw new Fault(sign.at(), "unification", "Bind with a single colon, $name : property.");
        }
    }
}

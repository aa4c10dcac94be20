package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Limit;

/** Reads the consequence of a rule: local variables, if and else, calls. */
final class ConsequenceParser {
    private final Cursor cursor;
    private int count;

    ConsequenceParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** All statements up to the end of the rule; what cannot be read is reported and skipped. */
    List<Then> statements() {
        List<Then> list = new ArrayList<>();
        namedConsequence();
        while (!cursor.at("end") && !cursor.atRule()) {
            into(list);
            namedConsequence();
        }
        return list;
    }

    private void namedConsequence() {
        Token before = cursor.last();
        if (before.is("then") && cursor.at("[")) {
            cursor.report(new Fault(
                    before.at(),
                    "named-consequence",
                    "A rule has one consequence; write a second rule instead of then[ ]."));
            skipStatement(cursor.depth());
        }
    }

    private void into(List<Then> list) {
        int depth = cursor.depth();
        try {
            list.add(statement());
        } catch (Fault fault) {
            cursor.report(fault);
            skipStatement(depth);
        }
    }

    private Then statement() {
        Token token = cursor.peek();
        if (++count == Limit.STATEMENTS.most() + 1) {
            throw new Fault(
                    token.at(),
                    "too-long",
                    "A consequence has at most " + Limit.STATEMENTS + " statements; split the rule.");
        }
        if (token.is("then")) {
            throw new Fault(token.at(), "second-then", "A rule has one consequence; write a second rule.");
        }
        Refusals.findStatement(token).ifPresent(c -> {
            throw new Fault(c);
        });
        if (token.is("if")) {
            return branch();
        }
        boolean local = token.isWord() && cursor.peek(1).isWord();
        return local ? local() : act();
    }

    private Then local() {
        Token type = cursor.next();
        Token name = cursor.next();
        if (!cursor.at("=")) {
            throw new Fault(
                    cursor.peek().at(),
                    "expected",
                    "Give " + name.text() + " its value here: " + type.text() + " " + name.text() + " = …;");
        }
        cursor.next();
        Node value = new ExpressionParser(cursor, true).expression();
        semicolon();
        return new Then.Local(
                Word.of(type),
                Word.of(name),
                value,
                type.at().through(cursor.last().at()));
    }

    private Then act() {
        Node expression = new ExpressionParser(cursor, true).expression();
        Refusals.findOperator(cursor.peek()).ifPresent(c -> {
            throw new Fault(c);
        });
        if (cursor.peek().isWord() && cursor.peek(1).is("=")) {
            throw new Fault(
                    expression.at(),
                    "local-type",
                    "A local variable is a String, long, boolean, a constant such as Severity, or a fact.");
        }
        if (cursor.at(":")) {
            throw new Fault(cursor.peek().at(), "statement", "Labels are not part of the language; delete this.");
        }
        semicolon();
        return new Then.Act(expression, expression.at().through(cursor.last().at()));
    }

    private void semicolon() {
        if (!cursor.accept(";")) {
            Token last = cursor.last();
            Extent at = new Extent(last.at().to() - 1, last.at().to());
            Fault fault = new Fault(new Complaint(
                    at, "missing-semicolon", "This statement ends with a semicolon.", cursor.textOf(at) + ";"));
            if (!(cursor.at("end") || cursor.at("}") || cursor.peek().firstOnLine())) {
                throw fault;
            }
            cursor.report(fault);
        }
    }

    private Then branch() {
        Token word = cursor.next();
        cursor.expect("(");
        Node test = new ExpressionParser(cursor, true).expression();
        cursor.expect(")");
        List<Then> then = block();
        List<Then> otherwise = new ArrayList<>();
        if (cursor.accept("else")) {
            if (cursor.at("if")) {
                into(otherwise);
            } else {
                otherwise = block();
            }
        }
        return new Then.If(
                test, then, otherwise, word.at().through(cursor.last().at()));
    }

    private List<Then> block() {
        cursor.expect("{");
        List<Then> list = new ArrayList<>();
        while (!cursor.at("}")) {
            if (cursor.atSection()) {
                throw new Fault(
                        cursor.peek().at(),
                        "expected",
                        "Expected } before " + cursor.peek().shown() + ".");
            }
            into(list);
        }
        cursor.next();
        return list;
    }

    /** To what follows the next semicolon or closing brace of this depth, at most to the next section. */
    private void skipStatement(int depth) {
        Token token;
        do {
            token = cursor.next();
        } while (!(cursor.depth() <= depth && (token.is(";") || token.is("}")))
                && !cursor.atRule()
                && !(cursor.at("end") && cursor.depth() <= depth)
                && !(cursor.at("}") && cursor.depth() < depth)
                && !(cursor.peek().firstOnLine() && cursor.depth() == depth && startsStatement()));
    }

    private boolean startsStatement() {
        return cursor.at("findings") || cursor.at("if") || cursor.peek(1).isWord();
    }
}

package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.rules.language.Limit;

/** Reads the conditions of a rule: patterns and what joins them. */
final class ConditionParser {
    private static final Set<String> KEYWORDS = Set.of("not", "exists", "forall", "accumulate");

    private final Cursor cursor;
    private final PatternParser patterns;
    private int count;

    ConditionParser(Cursor cursor) {
        this.cursor = cursor;
        this.patterns = new PatternParser(cursor);
    }

    /** All conditions up to the consequence; what cannot be read is reported and skipped. */
    List<When> conditions() {
        List<When> list = new ArrayList<>();
        while (!cursor.atSection() && !atReport()) {
            int depth = cursor.depth();
            try {
                list.add(joined());
            } catch (Fault fault) {
                cursor.report(fault);
                do {
                    cursor.skipLines(depth);
                } while (count > Limit.CONDITIONS.most() && !cursor.atSection());
            }
        }
        return list;
    }

    /** Whether the consequence begins here without its word. */
    private boolean atReport() {
        return cursor.at("findings") && cursor.peek(1).is(".");
    }

    private When joined() {
        List<When> parts = new ArrayList<>(List.of(all()));
        while (cursor.accept("or")) {
            parts.add(all());
        }
        return group(true, parts);
    }

    private When all() {
        List<When> parts = new ArrayList<>(List.of(single()));
        while (cursor.accept("and")) {
            parts.add(single());
        }
        return group(false, parts);
    }

    private static When group(boolean any, List<When> parts) {
        When first = parts.get(0);
        Extent at = first.at().through(parts.get(parts.size() - 1).at());
        return parts.size() == 1 ? first : new When.Group(any, List.copyOf(parts), at);
    }

    private When single() {
        Token token = cursor.peek();
        if (++count > Limit.CONDITIONS.most()) {
            throw new Fault(
                    token.at(),
                    "too-long",
                    "A rule has at most " + Limit.CONDITIONS + " conditions; split it into several rules.");
        }
        Refusals.findCondition(token).ifPresent(c -> {
            throw new Fault(c);
        });
        if (token.is("(")) {
            return parenthesised();
        }
        if (token.is("or") || token.is("and")) {
            throw new Fault(
                    token.at(),
                    "prefix",
                    "Write " + token.text() + " between two conditions: A( ) " + token.text() + " B( ).");
        }
        if (token.is("?")) {
            throw new Fault(token.at(), "query", "Queries are not part of the language; match the facts themselves.");
        }
        if (token.is("#")) {
            throw comment(token);
        }
        if (token.is("/")) {
            throw new Fault(token.at(), "oopath", "Paths with / are not part of the language; match a pattern.");
        }
        if (!token.isWord()) {
            throw new Fault(
                    token.at(), "expected-condition", "Expected a condition here, found " + token.shown() + ".");
        }
        return switch (token.text()) {
            case "not", "exists" -> quantified();
            case "forall" -> forAll();
            case "accumulate", "acc" -> accumulate();
            default -> pattern(token);
        };
    }

    /** What to say where somebody began a comment as other languages do. */
    static Fault comment(Token sign) {
        return new Fault(new Complaint(sign.at(), "comment", "A comment begins with // here.", "//"));
    }

    private When pattern(Token token) {
        boolean call = cursor.peek(1).isWord()
                || cursor.peek(1).is("not")
                || cursor.peek(1).is("(");
        if (call && !token.is("not")) {
            Spelling.findClosest(token.text(), KEYWORDS)
                    .filter(w -> cursor.peek(1).isWord() || w.equals("forall") || w.equals("accumulate"))
                    .ifPresent(w -> {
                        throw new Fault(new Complaint(
                                token.at(),
                                "expected-condition",
                                "Expected a condition here. Did you mean " + w + "?",
                                w));
                    });
        }
        return patterns.pattern();
    }

    private When parenthesised() {
        Token open = cursor.next();
        When inner = joined();
        Token close = cursor.expect(")");
        Extent at = open.at().through(close.at());
        return inner instanceof When.Group group ? new When.Group(group.any(), group.parts(), at) : inner;
    }

    private When quantified() {
        Token word = cursor.next();
        Token next = cursor.peek();
        if (next.isWord() && (KEYWORDS.contains(next.text()) || next.is("acc"))) {
            throw new Fault(
                    next.at(),
                    "expected-condition",
                    "After " + word.text() + " stands a fact, or conditions in brackets: " + word.text() + "( "
                            + next.text() + " … ).");
        }
        When part = single();
        Extent at = word.at().through(part.at()).through(cursor.last().at());
        return word.is("not") ? new When.Not(part, at) : new When.Exists(part, at);
    }

    private When forAll() {
        Token word = cursor.next();
        cursor.expect("(");
        List<When.Pattern> list = new ArrayList<>();
        do {
            if (!cursor.peek().isWord() || KEYWORDS.contains(cursor.peek().text())) {
                throw new Fault(
                        cursor.peek().at(),
                        "forall",
                        "forall holds patterns only: the facts meant, then what must be true of them.");
            }
            list.add(patterns.pattern());
            cursor.accept(",");
        } while (!cursor.at(")"));
        Token close = cursor.next();
        return new When.ForAll(list, word.at().through(close.at()));
    }

    private When accumulate() {
        Token word = cursor.next();
        cursor.expect("(");
        int inside = cursor.depth();
        When source = joined();
        if (!cursor.at(";")) {
            throw new Fault(
                    cursor.peek().at(),
                    "expected",
                    "After the facts of accumulate stands a semicolon, then $name : function( … ).");
        }
        cursor.next();
        List<When.Fold> folds = new ArrayList<>();
        do {
            folds.add(fold());
        } while (cursor.accept(","));
        List<Node> tests = new ArrayList<>();
        if (cursor.accept(";") && !cursor.at(")")) {
            tests = patterns.expressions(inside);
        }
        Token close = cursor.expect(")");
        return new When.Accumulate(source, folds, tests, word.at().through(close.at()));
    }

    private When.Fold fold() {
        Token result = cursor.peek();
        if (!result.isWord() || !cursor.peek(1).is(":")) {
            throw new Fault(
                    result.at(),
                    "accumulate",
                    "Give each result a name: $total : sum( $value ). Code inside accumulate is refused.");
        }
        cursor.next();
        cursor.next();
        Token function = cursor.expectWord("the name of a function");
        cursor.expect("(");
        List<Node> arguments = new ArrayList<>();
        if (!cursor.at(")")) {
            do {
                arguments.add(new ExpressionParser(cursor, false).expression());
            } while (cursor.accept(","));
        }
        Token close = cursor.expect(")");
        return new When.Fold(
                Word.of(result), Word.of(function), arguments, result.at().through(close.at()));
    }
}

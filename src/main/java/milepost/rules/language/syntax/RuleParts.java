package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one rule: name, metadata, conditions, consequence. */
final class RuleParts {
    private static final List<String> SECTIONS = List.of("when", "then");

    private final Cursor cursor;
    private final List<RuleSyntax.Annotation> annotations = new ArrayList<>();

    RuleParts(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The rule, or nothing where brackets or strings are so broken that reading on would only mislead. */
    Optional<RuleSyntax> parse() {
        int before = cursor.complaints().size();
        Token rule = cursor.next();
        if (cursor.isTorn(new Extent(rule.at().from(), cursor.startOfNextRule()))) {
            skipRule();
            return Optional.empty();
        }
        Word name = name();
        header();
        List<When> when = new ArrayList<>();
        if (cursor.accept("when") || startsConditions()) {
            when = new ConditionParser(cursor).conditions();
        }
        List<Then> then = new ArrayList<>();
        boolean found = cursor.accept("then");
        if (!found) {
            boolean report = cursor.at("findings");
            cursor.report(new Fault(new Complaint(
                    cursor.peek().at(),
                    "missing-then",
                    "Expected then here, found " + cursor.peek().shown() + ".",
                    report ? "then\n    findings" : null)));
            found = report;
        }
        if (found) {
            then = new ConsequenceParser(cursor).statements();
        }
        end(name);
        boolean sound = cursor.complaints().size() == before;
        Extent at = rule.at().through(cursor.last().at());
        return Optional.of(new RuleSyntax(name, annotations, when, then, sound, at));
    }

    private void end(Word name) {
        if (cursor.accept("end")) {
            return;
        }
        cursor.report(new Fault(new Complaint(
                cursor.peek().at(),
                "missing-end",
                "The rule " + name.text() + " has no end; write end before this.",
                null)));
    }

    private Word name() {
        Token token = cursor.next();
        if (token.kind() == Token.Kind.STRING) {
            return new Word(Literals.content(token.text()), token.at());
        }
        cursor.complaints()
                .add(new Complaint(
                        token.at(),
                        "rule-name",
                        "The name of a rule stands in quotes: \"folder/name\".",
                        '"' + token.text() + '"'));
        return Word.of(token);
    }

    private void header() {
        while (!cursor.atSection() && !startsConditions()) {
            try {
                if (cursor.at("#")) {
                    throw ConditionParser.comment(cursor.peek());
                } else if (cursor.at("@")) {
                    annotation();
                } else if (!misspeltSection()) {
                    attribute();
                }
            } catch (Fault fault) {
                cursor.report(fault);
                if (!cursor.atSection()) {
                    cursor.skipLines(cursor.depth());
                }
            }
        }
    }

    /** Whether the conditions begin here without their word; says so. */
    private boolean startsConditions() {
        Token token = cursor.peek();
        boolean named =
                token.isWord() && token.text().startsWith("$") && cursor.peek(1).is(":");
        boolean fact = token.isWord()
                && Character.isUpperCase(token.text().charAt(0))
                && cursor.peek(1).is("(");
        boolean conditions = (named || fact) && !cursor.nextSection().is("when");
        if (conditions) {
            cursor.report(new Fault(new Complaint(
                    token.at(),
                    "missing-when",
                    "The conditions begin here; write when before them.",
                    "when\n    " + token.text())));
        }
        return conditions;
    }

    private void annotation() {
        Token sign = cursor.next();
        Token name = cursor.expectWord("the name of a piece of metadata");
        if (!cursor.at("(")) {
            throw new Fault(
                    sign.at().through(name.at()),
                    "metadata",
                    "Metadata has its value in brackets: @" + name.text() + "( … ).");
        }
        Token open = cursor.next();
        int depth = cursor.depth();
        while (cursor.depth() >= depth && !cursor.atEnd()) {
            cursor.next();
        }
        Token close = cursor.expect(")");
        Word value = trimmed(new Extent(open.at().to(), close.at().from()));
        annotations.add(
                new RuleSyntax.Annotation(Word.of(name), value, sign.at().through(close.at())));
    }

    private Word trimmed(Extent inside) {
        String raw = cursor.textOf(inside);
        int lead = raw.length() - raw.stripLeading().length();
        int from = inside.from() + (raw.isBlank() ? 0 : lead);
        return new Word(raw.strip(), new Extent(from, from + raw.strip().length()));
    }

    private boolean misspeltSection() {
        Token token = cursor.peek();
        if (!token.isWord() || !token.firstOnLine()) {
            return false;
        }
        Optional<String> meant = Spelling.findClosest(token.text(), SECTIONS);
        if (meant.isEmpty()) {
            return false;
        }
        cursor.report(new Fault(new Complaint(
                token.at(),
                "expected-when",
                "Expected when here, found " + token.shown() + ". Did you mean " + meant.get() + "?",
                meant.get())));
        cursor.replaceNext(meant.get());
        return true;
    }

    private void attribute() {
        Token token = cursor.peek();
        if (token.is("extends")) {
            cursor.report(
                    new Fault(token.at(), "extends", "Rules do not build on one another; write all conditions out."));
            cursor.next();
            cursor.next();
            return;
        }
        Optional<String> name = cursor.findHyphenated();
        String sentence = name.flatMap(Refusals::findAttribute)
                .orElseThrow(() -> new Fault(
                        token.at(), "expected-when", "Expected @metadata or when here, found " + token.shown() + "."));
        String code = name.orElseThrow();
        Extent at = new Extent(token.at().from(), token.at().from() + code.length());
        cursor.report(new Fault(at, code, sentence));
        while (cursor.peek().at().from() < at.to()) {
            cursor.next();
        }
        skipValue();
    }

    /** What stands after the name of an attribute, up to what can begin something else. */
    private void skipValue() {
        int depth = cursor.depth();
        while (!cursor.atEnd()
                && (cursor.depth() > depth
                        || !(cursor.at("@")
                                || cursor.atSection()
                                || cursor.findHyphenated()
                                        .flatMap(Refusals::findAttribute)
                                        .isPresent()
                                || (cursor.peek().isWord() && cursor.peek().firstOnLine())))) {
            cursor.next();
        }
    }

    private void skipRule() {
        do {
            cursor.next();
        } while (!cursor.atRule());
    }
}

package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.rules.language.Limit;

/** Reads a whole file: the three fixed lines at its head, then rules. */
final class FileParser {
    private static final String PACKAGE = "milepost.rules";
    private static final Set<String> HEAD = Set.of("package", "import", "global");
    private static final Set<String> STARTS =
            Set.of("package", "import", "global", "rule", "function", "declare", "query");

    private final Cursor cursor;
    private final List<RuleSyntax> rules = new ArrayList<>();
    private boolean named;
    private boolean imported;
    private boolean facts;
    private boolean reporting;
    private boolean started;
    private int count;

    FileParser(Cursor cursor) {
        this.cursor = cursor;
    }

    List<RuleSyntax> parse() {
        while (!cursor.atEnd() && !cursor.complaints().isFull()) {
            try {
                part();
            } catch (Fault fault) {
                cursor.report(fault);
                skip();
            }
        }
        if (!named) {
            missing("package", "package " + PACKAGE + ";");
        }
        if (!imported) {
            missing("import", "import milepost.facts.*;");
        }
        if (!reporting) {
            missing("global", "global Findings findings;");
        }
        return rules;
    }

    private void missing(String code, String line) {
        Extent start = cursor.startOfText();
        cursor.complaints()
                .add(new Complaint(start, "missing-" + code, "A rule file begins with the line: " + line, line + "\n"));
    }

    private void part() {
        Token token = cursor.peek();
        if (cursor.atRule()) {
            rule(token);
            return;
        }
        if (started && HEAD.contains(token.text())) {
            throw new Fault(token.at(), "head", "This line stands before the first rule; move it there.");
        }
        switch (token.isWord() ? token.text() : "") {
            case "package" -> packageLine();
            case "import" -> importLine();
            case "global" -> globalLine();
            default -> throw refused(token);
        }
        cursor.accept(";");
    }

    private void rule(Token token) {
        started = true;
        if (++count == Limit.RULES.most() + 1) {
            cursor.report(new Fault(
                    token.at(), "size", "A file has at most " + Limit.RULES + " rules; write one rule per file."));
        }
        new RuleParts(cursor).parse().filter(r -> count <= Limit.RULES.most()).ifPresent(rules::add);
    }

    private Fault refused(Token token) {
        return Refusals.findTopLevel(token)
                .map(Fault::new)
                .or(() -> cursor.findHyphenated()
                        .flatMap(name -> Refusals.findAttribute(name).map(s -> new Fault(token.at(), name, s))))
                .or(() -> Spelling.findClosest(token.text(), STARTS)
                        .map(w -> new Fault(new Complaint(
                                token.at(),
                                "expected-rule",
                                "Expected a rule here, found " + token.shown() + ". Did you mean " + w + "?",
                                w))))
                .orElseGet(() -> new Fault(
                        token.at(),
                        "expected-rule",
                        "Expected rule \"folder/name\" here, found " + token.shown() + "."));
    }

    private void packageLine() {
        Token word = cursor.next();
        Word name = dotted();
        boolean again = named || imported || reporting;
        named = true;
        if (again) {
            throw new Fault(word.at(), "package", "A file has one package line, before all others; delete this one.");
        }
        if (!name.text().equals(PACKAGE)) {
            cursor.complaints()
                    .add(new Complaint(
                            name.at(), "package", "All rules stand in the package " + PACKAGE + ".", PACKAGE));
        }
    }

    private void importLine() {
        Token word = cursor.next();
        imported = true;
        for (String kind : List.of("static", "function", "accumulate")) {
            if (cursor.at(kind) && cursor.peek(1).isWord()) {
                throw new Fault(
                        word.at().through(cursor.peek().at()),
                        "import-" + kind,
                        "Rules import facts and nothing else; delete this line.");
            }
        }
        Word name = dotted();
        if (!name.text().equals("milepost.facts.*")) {
            throw new Fault(name.at(), "import", "Rules import facts and nothing else; write import milepost.facts.*;");
        }
        if (facts) {
            throw new Fault(word.at().through(name.at()), "import", "One import is enough; delete this line.");
        }
        facts = true;
    }

    private void globalLine() {
        Token word = cursor.next();
        Word type = dotted();
        Token name = cursor.expectWord("the name findings");
        Extent at = type.at().through(name.at());
        boolean right = type.text().equals("Findings") && name.text().equals("findings");
        if (reporting || !right) {
            cursor.complaints()
                    .add(new Complaint(
                            reporting ? word.at().through(at) : at,
                            "global",
                            "Rules know one global; write it once as global Findings findings;",
                            reporting ? null : "Findings findings"));
        }
        reporting = true;
    }

    private Word dotted() {
        Token first = cursor.expectWord("a name");
        StringBuilder name = new StringBuilder(first.text());
        while (cursor.accept(".")) {
            Token part = cursor.at("*") ? cursor.next() : cursor.expectWord("a name");
            name.append('.').append(part.text());
        }
        return new Word(name.toString(), first.at().through(cursor.last().at()));
    }

    private void skip() {
        do {
            cursor.next();
        } while (!cursor.atRule() && !(cursor.peek().firstOnLine() && startsPart(cursor.peek())));
    }

    private static boolean startsPart(Token token) {
        return token.isWord() && STARTS.contains(token.text()) && !token.is("rule");
    }
}

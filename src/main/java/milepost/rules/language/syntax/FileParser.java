package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a whole file: the three fixed lines at its head, then rules. */
final class FileParser {
    private static final String PACKAGE = "milepost.rules";
    private static final Set<String> STARTS =
            Set.of("package", "import", "global", "rule", "function", "declare", "query");

    private final Cursor cursor;
    private final List<RuleSyntax> rules = new ArrayList<>();
    private boolean named;
    private boolean imported;
    private boolean reporting;

    FileParser(Cursor cursor) {
        this.cursor = cursor;
    }

    List<RuleSyntax> parse() {
        while (!cursor.atEnd()) {
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
            new RuleParts(cursor).parse().ifPresent(rules::add);
            return;
        }
        switch (token.isWord() ? token.text() : "") {
            case "package" -> packageLine();
            case "import" -> importLine();
            case "global" -> globalLine();
            default -> throw refused(token);
        }
        cursor.accept(";");
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
        boolean again = named;
        named = true;
        if (again) {
            throw new Fault(word.at(), "package", "A file has one package line; delete this one.");
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
            cursor.complaints()
                    .add(new Complaint(
                            name.at(),
                            "import",
                            "Rules import facts and nothing else; write import milepost.facts.*;",
                            null));
        }
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

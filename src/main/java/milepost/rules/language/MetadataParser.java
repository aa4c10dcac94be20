package milepost.rules.language;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** Reads what a rule says about itself. */
final class MetadataParser {
    private static final Set<String> KNOWN = new TreeSet<>(
            Set.of("title", "severity", "owner", "why", "remedy", "hold", "points", "forecast", "alias", "category"));

    private final Cursor cursor;
    private final Problems problems;
    private final String path;
    private final String text;

    MetadataParser(Cursor cursor, Problems problems, RuleFile file) {
        this.cursor = cursor;
        this.problems = problems;
        this.path = file.path();
        this.text = file.content();
    }

    /** The metadata by name, each with the word it was written as. */
    Map<String, Token> read() {
        Map<String, Token> values = new LinkedHashMap<>();
        while (cursor.accept("@")) {
            Token name = cursor.expect(Token.Kind.NAME, "the name of a metadata entry");
            if (!KNOWN.contains(name.text())) {
                problems.unknown(name.span(), "unknown-metadata", name.text() + " is not metadata of a rule", KNOWN);
            }
            cursor.expect("(", "after @" + name.text());
            Token first = cursor.peek();
            while (!cursor.at(")") && !cursor.atEnd()) {
                cursor.next();
            }
            Span span = cursor.since(first);
            boolean quoted = first.kind() == Token.Kind.STRING;
            String value = quoted
                    ? first.text()
                    : text.substring(
                                    first.start(),
                                    Math.max(first.start(), cursor.peek().start()))
                            .trim();
            cursor.expect(")", "to close @" + name.text());
            values.put(name.text(), new Token(Token.Kind.STRING, value, span, first.start(), first.end()));
        }
        return values;
    }

    RuleInfo info(Token name, Map<String, Token> values, String ruleText) {
        if (!name.text().matches("[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*")) {
            problems.error(
                    name.span(),
                    "rule-name",
                    "A rule is named by its folder and itself in small letters: \"schedule/deadline-missed\".");
        }
        Token alias = values.get("alias");
        return new RuleInfo(
                name.text(),
                values.containsKey("title") ? plain(values, "title", "") : name.text(),
                severity(name, values.get("severity")),
                optional(values, "owner"),
                optional(values, "why"),
                optional(values, "remedy"),
                whole(values.get("hold"), "d"),
                whole(values.get("points"), ""),
                !plain(values, "forecast", "true").equals("false"),
                optional(values, "category"),
                alias == null ? List.of() : List.of(alias.text()),
                path,
                name.span().line(),
                ruleText);
    }

    private Severity severity(Token name, @Nullable Token written) {
        if (written == null) {
            problems.error(name.span(), "no-severity", "The rule needs a severity: @severity( HIGH ).");
            return Severity.LOW;
        }
        for (Severity severity : Severity.values()) {
            if (severity.name().equals(written.text())) {
                return severity;
            }
        }
        problems.unknown(
                written.span(),
                "unknown-severity",
                written.text() + " is not a severity",
                Arrays.stream(Severity.values()).map(Enum::name).toList());
        return Severity.LOW;
    }

    private int whole(@Nullable Token written, String unit) {
        if (written == null) {
            return 0;
        }
        if (!written.text().matches("-?[0-9]{1,4}" + unit)) {
            problems.error(
                    written.span(),
                    "metadata-value",
                    "Write a whole number" + (unit.isEmpty() ? "." : " of days, such as 7d."));
            return 0;
        }
        return Integer.parseInt(written.text().replace(unit, ""));
    }

    private static String plain(Map<String, Token> values, String name, String otherwise) {
        Token token = values.get(name);
        return token == null ? otherwise : token.text();
    }

    private static @Nullable String optional(Map<String, Token> values, String name) {
        Token token = values.get(name);
        return token == null ? null : token.text();
    }
}

package milepost.rules.lint;

import milepost.rules.language.RuleTree;
import milepost.rules.language.Span;
import milepost.rules.language.syntax.Lines;

/** The file of a rule as its author wrote it. */
final class Written {
    private final String path;
    private final String text;
    private final Lines lines;

    Written(RuleTree rule, LintInput input) {
        path = rule.info().path();
        text = input.text(path);
        lines = new Lines(text);
    }

    String path() {
        return path;
    }

    /** What stands there. */
    String at(Span span) {
        return text.substring(from(span), to(span));
    }

    /** The place with the comma that separates it from its neighbour, the next one if there is one. */
    Span withComma(Span span) {
        int after = to(span);
        int next = skip(after, 1);
        if (next < text.length() && text.charAt(next) == ',') {
            return span(from(span), skip(next + 1, 1));
        }
        int before = skip(from(span) - 1, -1);
        return before > 0 && text.charAt(before) == ',' ? span(before, after) : span;
    }

    private int skip(int from, int step) {
        int at = from;
        while (at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at += step;
        }
        return at;
    }

    private int from(Span span) {
        return lines.offsetOf(span.line(), span.column());
    }

    private int to(Span span) {
        return Math.max(from(span), lines.offsetOf(span.endLine(), span.endColumn()));
    }

    private Span span(int from, int to) {
        return new Span(lines.lineAt(from), lines.columnAt(from), lines.lineAt(to), lines.columnAt(to));
    }
}

package milepost.rules.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Cuts a rule file into words, in one pass, and refuses every character that has no business in one. */
final class Lexer {
    private static final List<String> SYMBOLS = List.of(
            "==", "!=", "<=", ">=", "&&", "||", "!.", "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "@", "<", ">",
            "!", "+", "-", "*", "/", "%", "?", "=");
    private static final Map<String, String> CLOSES = Map.of(")", "(", "]", "[", "}", "{");

    private final String text;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    private int at;
    private int line = 1;
    private int lineStart;

    Lexer(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /** The words, the last one being the end; meaningless when there are problems. */
    List<Token> read() {
        if (text.length() > Limits.FILE_CHARACTERS) {
            problems.error(here(1), "too-large", "A rule file has at most " + Limits.FILE_CHARACTERS + " characters.");
            return List.of(new Token(Token.Kind.END, "", here(0), 0, 0));
        }
        while (at < text.length() && problems.found().size() < 20) {
            next();
        }
        if (problems.none()) {
            open.forEach(t -> problems.error(t.span(), "unclosed", "This " + t.text() + " is never closed."));
        }
        tokens.add(new Token(Token.Kind.END, "", here(0), at, at));
        return tokens;
    }

    private void next() {
        char c = text.charAt(at);
        if (c == '\n') {
            at++;
            line++;
            lineStart = at;
            checkLine();
        } else if (c == ' ' || c == '\t' || c == '\r') {
            at++;
        } else if (text.startsWith("//", at)) {
            comment("\n", 0);
        } else if (text.startsWith("/*", at)) {
            comment("*/", 2);
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (isDigit(c)) {
            number();
        } else if (isNameStart(c)) {
            int start = at;
            while (at < text.length() && (isNameStart(text.charAt(at)) || isDigit(text.charAt(at)))) {
                at++;
            }
            add(Token.Kind.NAME, text.substring(start, at), start);
        } else {
            symbol();
        }
    }

    private void checkLine() {
        int end = text.indexOf('\n', at);
        if ((end < 0 ? text.length() : end) - at > Limits.LINE_CHARACTERS) {
            problems.error(here(1), "line-too-long", "A line has at most " + Limits.LINE_CHARACTERS + " characters.");
        }
        if (line == Limits.FILE_LINES + 1) {
            problems.error(here(1), "too-large", "A rule file has at most " + Limits.FILE_LINES + " lines.");
        }
    }

    private void comment(String close, int length) {
        int end = text.indexOf(close, at + 2);
        if (end < 0 && length > 0) {
            problems.error(here(2), "unclosed", "This comment is never closed.");
        }
        int stop = end < 0 ? text.length() : end + length;
        while (at < stop) {
            if (text.charAt(at) == '\n') {
                line++;
                lineStart = at + 1;
            } else {
                harmless();
            }
            at++;
        }
    }

    private void string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\') {
                escape(value);
            } else {
                harmless();
                value.append(text.charAt(at++));
            }
        }
        if (at >= text.length() || text.charAt(at) == '\n') {
            problems.error(spanFrom(start), "unclosed-string", "This text has no closing " + quote + " on its line.");
            return;
        }
        at++;
        add(Token.Kind.STRING, value.toString(), start);
    }

    private void escape(StringBuilder value) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        int index = "\"\\'ntr".indexOf(next);
        if (index < 0) {
            problems.error(
                    here(2),
                    "escape",
                    "Only \\\" \\\\ \\' \\n \\t and \\r may follow a backslash; write the character itself.");
        } else {
            value.append("\"\\'\n\t\r".charAt(index));
        }
        at += 2;
    }

    /** Refuses what a reader could not see, or would read in another order. */
    private void harmless() {
        char c = text.charAt(at);
        int type = Character.getType(c);
        if (c != '\t'
                && c != '\r'
                && (type == Character.CONTROL
                        || type == Character.FORMAT
                        || type == Character.PRIVATE_USE
                        || type == Character.UNASSIGNED
                        || type == Character.LINE_SEPARATOR
                        || type == Character.PARAGRAPH_SEPARATOR)) {
            problems.error(
                    here(1),
                    "character",
                    String.format("The character U+%04X cannot be seen and may not stand here.", (int) c));
        }
    }

    private void number() {
        int start = at;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        boolean decimal = at + 1 < text.length() && text.charAt(at) == '.' && isDigit(text.charAt(at + 1));
        if (decimal) {
            at++;
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }
        if (at - start > 18) {
            problems.error(spanFrom(start), "number", "A number has at most 18 digits.");
            return;
        }
        add(decimal ? Token.Kind.DECIMAL : Token.Kind.INTEGER, text.substring(start, at), start);
    }

    private void symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                int start = at;
                at += symbol.length();
                balance(add(Token.Kind.SYMBOL, symbol, start));
                return;
            }
        }
        problems.error(
                here(1),
                "character",
                String.format("The character U+%04X may stand only inside a text or a comment.", text.codePointAt(at)));
        at += Character.charCount(text.codePointAt(at));
    }

    private void balance(Token token) {
        if ("([{".contains(token.text())) {
            open.push(token);
            if (open.size() == Limits.DEPTH + 1) {
                problems.error(token.span(), "too-deep", "Brackets may be nested " + Limits.DEPTH + " deep.");
            }
        } else if (CLOSES.containsKey(token.text())) {
            Token opener = open.peek();
            if (opener == null || !opener.text().equals(CLOSES.get(token.text()))) {
                problems.error(token.span(), "unopened", "This " + token.text() + " closes nothing.");
            } else {
                open.pop();
            }
        }
    }

    private Token add(Token.Kind kind, String value, int start) {
        Token token = new Token(kind, value, spanFrom(start), start, at);
        tokens.add(token);
        return token;
    }

    private Span spanFrom(int start) {
        return new Span(line, start - lineStart + 1, line, at - lineStart + 1);
    }

    private Span here(int length) {
        int column = at - lineStart + 1;
        return new Span(line, column, line, column + length);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }
}

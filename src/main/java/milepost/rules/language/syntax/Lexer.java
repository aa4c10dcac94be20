package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts any text into tokens, in one pass; what belongs to nothing becomes a token of its own. */
final class Lexer {
    private static final Set<String> PAIRS = Set.of(
            "==", "!=", "<=", ">=", "&&", "||", "!.", ":=", "->", "::", "++", "--", "+=", "-=", "*=", "/=", "%=", "<<",
            ">>");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean fresh = true;

    private Lexer(String text) {
        this.text = text;
    }

    /** All tokens, comments included, closed by one of kind END. */
    static List<Token> read(String text) {
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                fresh = true;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else {
                token(c);
            }
        }
        add(Token.Kind.END, at);
    }

    private void token(char c) {
        if (text.startsWith("//", at)) {
            add(Token.Kind.COMMENT, lineEnd());
        } else if (text.startsWith("/*", at)) {
            add(Token.Kind.COMMENT, after("*/"));
        } else if (text.startsWith("\"\"\"", at)) {
            add(Token.Kind.TEXT_BLOCK, after("\"\"\""));
        } else if (c == '"' || c == '\'') {
            add(Token.Kind.STRING, stringEnd(c));
        } else if (wordStart(c)) {
            add(Token.Kind.WORD, wordEnd(at));
        } else if (digit(c)) {
            add(Token.Kind.NUMBER, numberEnd());
        } else if (c > ' ' && c < 127 && c != '\\') {
            boolean pair = at + 1 < text.length() && PAIRS.contains(text.substring(at, at + 2));
            add(Token.Kind.SYMBOL, pair ? at + 2 : at + 1);
        } else {
            add(Token.Kind.OTHER, at + Character.charCount(text.codePointAt(at)));
        }
    }

    private void add(Token.Kind kind, int to) {
        tokens.add(new Token(kind, text.substring(at, to), new Extent(at, to), fresh));
        fresh &= tokens.get(tokens.size() - 1).isHidden();
        at = to;
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private int after(String closing) {
        int end = text.indexOf(closing, at + closing.length());
        return end < 0 ? text.length() : end + closing.length();
    }

    private int stringEnd(char quote) {
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                return i + 1;
            }
            if (c == '\n') {
                return i;
            }
            i += c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n' ? 2 : 1;
        }
        return text.length();
    }

    private int wordEnd(int from) {
        int i = from;
        while (i < text.length() && (wordStart(text.charAt(i)) || digit(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private int numberEnd() {
        int i = wordEnd(at);
        if (i + 1 < text.length() && text.charAt(i) == '.' && digit(text.charAt(i + 1))) {
            i = wordEnd(i + 1);
        }
        return i;
    }

    private static boolean wordStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}

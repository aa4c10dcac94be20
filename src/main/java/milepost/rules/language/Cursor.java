package milepost.rules.language;

import java.util.List;

/** The place reached in the words of a file. */
final class Cursor {
    private final List<Token> tokens;
    private final Problems problems;
    private int at;

    Cursor(List<Token> tokens, Problems problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Thrown when the rest of a rule cannot be understood; what is wrong has been reported. */
    static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super(null, null, false, false);
        }
    }

    Token peek() {
        return tokens.get(at);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    Token previous() {
        return tokens.get(Math.max(0, at - 1));
    }

    Token next() {
        Token token = tokens.get(at);
        if (token.kind() != Token.Kind.END) {
            at++;
        }
        return token;
    }

    boolean at(String text) {
        return peek().is(text);
    }

    boolean accept(String text) {
        if (at(text)) {
            next();
            return true;
        }
        return false;
    }

    Token expect(String text, String where) {
        if (at(text)) {
            return next();
        }
        throw lost("Expected " + text + " " + where + ", found " + shown(peek()) + ".");
    }

    Token expect(Token.Kind kind, String what) {
        if (peek().kind() == kind) {
            return next();
        }
        throw lost("Expected " + what + ", found " + shown(peek()) + ".");
    }

    /** Reports the present word and gives up on this rule. */
    Lost lost(String message) {
        problems.error(peek().span(), "syntax", message);
        return new Lost();
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** From the start of one word to the end of the last one taken. */
    Span since(Token first) {
        Span last = previous().span();
        return new Span(first.span().line(), first.span().column(), last.endLine(), last.endColumn());
    }

    private static String shown(Token token) {
        return token.kind() == Token.Kind.END ? "the end of the file" : "\"" + token.text() + "\"";
    }
}

package milepost.rules.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A place among the tokens of a file, and the ways to move on from it. */
final class Cursor {
    private static final Set<String> SECTIONS = Set.of("when", "then", "end");

    private final String text;
    private final List<Token> tokens;
    private final int[] depths;
    private final Complaints complaints;
    private final List<Complaint> torn;
    private int position;

    Cursor(String text, List<Token> tokens, int[] depths, Complaints complaints) {
        this.text = text;
        this.tokens = new ArrayList<>(tokens);
        this.depths = depths;
        this.complaints = complaints;
        this.torn = complaints.sorted();
    }

    /** Whether characters, strings or brackets are wrong in this part, so that reading it would only mislead. */
    boolean isTorn(Extent part) {
        return torn.stream().anyMatch(c -> c.at().from() >= part.from() && c.at().from() < part.to());
    }

    Complaints complaints() {
        return complaints;
    }

    String textOf(Extent part) {
        return text.substring(part.from(), part.to());
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(position + ahead, tokens.size() - 1));
    }

    /** The token before this place; the first one at the beginning. */
    Token last() {
        return tokens.get(Math.max(0, position - 1));
    }

    int depth() {
        return depths[Math.min(position, depths.length - 1)];
    }

    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            position++;
        }
        return token;
    }

    boolean at(String wordOrSymbol) {
        return peek().is(wordOrSymbol);
    }

    boolean atEnd() {
        return peek().kind() == Token.Kind.END;
    }

    /** Whether another rule begins here, or the file ends. */
    boolean atRule() {
        Token token = peek();
        return atEnd()
                || (token.is("rule")
                        && (token.firstOnLine() || last().is("end"))
                        && (peek(1).kind() == Token.Kind.STRING || peek(1).isWord()));
    }

    /** Whether a section of a rule begins or ends here, or another rule. */
    boolean atSection() {
        return atRule() || (peek().isWord() && SECTIONS.contains(peek().text()));
    }

    /** The place before everything else. */
    Extent startOfText() {
        return new Extent(0, 0);
    }

    /** The word at which the next section begins, or the next rule, or the end; does not move. */
    Token nextSection() {
        int here = position;
        while (!atSection()) {
            position++;
        }
        Token found = peek();
        position = here;
        return found;
    }

    /** Offset at which the next rule begins after this place, or the file ends. */
    int startOfNextRule() {
        int here = position;
        while (!atRule()) {
            position++;
        }
        int found = peek().at().from();
        position = here;
        return found;
    }

    /** Reads on as if this word had been written here. */
    void replaceNext(String word) {
        Token token = peek();
        tokens.set(position, new Token(Token.Kind.WORD, word, token.at(), token.firstOnLine()));
    }

    boolean accept(String wordOrSymbol) {
        if (at(wordOrSymbol)) {
            next();
            return true;
        }
        return false;
    }

    Token expect(String wordOrSymbol) {
        if (!at(wordOrSymbol)) {
            throw new Fault(
                    peek().at(), "expected", "Expected " + wordOrSymbol + " here, found " + peek().shown() + ".");
        }
        return next();
    }

    Token expectWord(String what) {
        if (!peek().isWord()) {
            throw new Fault(peek().at(), "expected", "Expected " + what + " here, found " + peek().shown() + ".");
        }
        return next();
    }

    void report(Fault fault) {
        complaints.add(fault.complaint());
    }

    /** Skips to the next comma or to the closing bracket of a list whose content has this depth. */
    void skipInList(int inside) {
        while (!atEnd() && depth() >= inside && !(depth() == inside && at(","))) {
            next();
        }
    }

    /** Skips to the next line that begins at this depth or outside it, or to the next section. */
    void skipLines(int depth) {
        do {
            next();
        } while (!atEnd() && !(depth() <= depth && (peek().firstOnLine() || atSection())));
    }

    /** The words joined by hyphens that begin here, such as no-loop; does not move. */
    Optional<String> findHyphenated() {
        if (!peek().isWord()) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder(peek().text());
        for (int i = 1; i < 8 && peek(i).is("-") && touching(i) && peek(i + 1).isWord() && touching(i + 1); i += 2) {
            joined.append('-').append(peek(i + 1).text());
        }
        return Optional.of(joined.toString());
    }

    private boolean touching(int ahead) {
        return peek(ahead).at().from() == peek(ahead - 1).at().to();
    }
}

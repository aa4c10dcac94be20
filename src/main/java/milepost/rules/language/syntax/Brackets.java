package milepost.rules.language.syntax;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import milepost.rules.language.Limit;

/** Balance and depth of brackets; a missing one is reported where it was opened, not where the parser stumbles. */
final class Brackets {
    private static final Set<String> SECTIONS = Set.of("rule", "when", "then", "end");

    private final List<Token> tokens;
    private final Complaints complaints;
    private final int[] depths;
    private final Deque<Token> open = new ArrayDeque<>();
    /** An open string may have swallowed what closes a bracket; the string is what to complain about. */
    private boolean swallowed;

    private Brackets(List<Token> tokens, Complaints complaints) {
        this.tokens = tokens;
        this.complaints = complaints;
        this.depths = new int[tokens.size()];
    }

    /** For each token how many brackets stand open around it; a pair of brackets has the depth outside it. */
    static int[] depths(List<Token> tokens, Complaints complaints) {
        Brackets brackets = new Brackets(tokens, complaints);
        for (int i = 0; i < tokens.size(); i++) {
            brackets.visit(i);
        }
        return brackets.depths;
    }

    private void visit(int i) {
        Token token = tokens.get(i);
        boolean section = token.kind() == Token.Kind.END
                || (token.isWord() && token.firstOnLine() && SECTIONS.contains(token.text()));
        if (section && !open.isEmpty()) {
            if (!swallowed) {
                complain(
                        open.peek(),
                        "unclosed-bracket",
                        "This bracket is never closed; add " + closing(open.peek()) + ".");
            }
            open.clear();
        }
        swallowed = (swallowed && !section) || isOpenString(token);
        depths[i] = open.size();
        if (token.kind() != Token.Kind.SYMBOL) {
            return;
        }
        if ("([{".contains(token.text())) {
            if (open.size() == Limit.BRACKETS.most()) {
                complain(
                        token,
                        "too-deep",
                        "Brackets nest at most " + Limit.BRACKETS + " deep; write it with fewer inside one another.");
            }
            open.push(token);
        } else if (")]}".contains(token.text())) {
            close(i, token);
        }
    }

    private void close(int i, Token token) {
        if (open.isEmpty()) {
            complain(token, "stray-bracket", "This bracket closes nothing; delete it.");
            return;
        }
        Token opener = open.pop();
        depths[i] = open.size();
        if (!closing(opener).equals(token.text())) {
            complain(
                    opener,
                    "unclosed-bracket",
                    "This bracket is closed by " + token.text() + "; close it with " + closing(opener) + ".");
        }
    }

    private static boolean isOpenString(Token token) {
        String text = token.text();
        return token.kind() == Token.Kind.STRING && (text.length() < 2 || !text.endsWith(text.substring(0, 1)));
    }

    private static String closing(Token opener) {
        return switch (opener.text()) {
            case "(" -> ")";
            case "[" -> "]";
            default -> "}";
        };
    }

    private void complain(Token token, String code, String message) {
        complaints.add(new Complaint(token.at(), code, message));
    }
}

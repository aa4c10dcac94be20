package milepost.rules.language.syntax;

import java.util.List;
import milepost.rules.language.Limit;

/**
 * The first gate: sizes and characters, before anything is parsed. What a compiler or a viewer might read differently from us is
 * refused: escapes outside strings, unicode escapes, text blocks, characters that cannot be seen.
 */
final class Characters {
    /** How many marks a letter may carry; no alphabet needs more. */
    private static final int MARKS = 3;

    private final Complaints complaints;

    private Characters(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Whether the text is small enough to be read at all. */
    static boolean fits(String text, Lines lines, Complaints complaints) {
        if (text.length() > Limit.CHARACTERS.most()) {
            complaints.add(new Complaint(
                    new Extent(0, 0),
                    "size",
                    "A rule file has at most 256 kB; split this one into one rule per file."));
            return false;
        }
        if (lines.count() > Limit.LINES.most()) {
            complaints.add(new Complaint(
                    new Extent(0, 0),
                    "size",
                    "A rule file has at most " + Limit.LINES + " lines; split this one into one rule per file."));
            return false;
        }
        for (int line = 1; line <= lines.count(); line++) {
            int start = lines.offsetOf(line, 1);
            if (lines.endOf(line) - start > Limit.LINE_CHARACTERS.most()) {
                complaints.add(new Complaint(
                        new Extent(start, start),
                        "size",
                        "A line has at most " + Limit.LINE_CHARACTERS + " characters; break this one."));
                return false;
            }
        }
        return true;
    }

    /** Looks at every character of the text and at every token. */
    static void check(String text, List<Token> tokens, Complaints complaints) {
        Characters gate = new Characters(complaints);
        gate.visible(text);
        for (Token token : tokens) {
            switch (token.kind()) {
                case OTHER -> gate.other(token);
                case COMMENT -> gate.comment(token);
                case STRING -> gate.string(token);
                case TEXT_BLOCK ->
                    gate.complain(
                            token.at().from(),
                            3,
                            "text-block",
                            "Text blocks are not part of the language; write one string in \"…\".");
                default -> {}
            }
        }
    }

    private void visible(String text) {
        for (int i = 0; i < text.length() && !complaints.isFull(); ) {
            int point = text.codePointAt(i);
            int width = Character.charCount(point);
            if (HiddenCharacters.include(point)
                    && !(point == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n')) {
                complain(
                        i,
                        width,
                        "character",
                        String.format(
                                "The character U+%04X cannot be seen and is not allowed in a rule; delete it.", point));
            } else if (isStrangeSpace(point)) {
                complain(
                        i,
                        width,
                        "character",
                        String.format(
                                "The character U+%04X looks like a space and is none; write a plain space.", point));
            } else if (isMark(point) && (isEnclosing(point) || marksBefore(text, i) >= MARKS)) {
                complain(
                        i,
                        width,
                        "character",
                        String.format("The mark U+%04X covers what stands around it; delete it.", point));
                i = afterMarks(text, i);
                continue;
            }
            i += width;
        }
    }

    private static boolean isStrangeSpace(int point) {
        return point != ' ' && Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isEnclosing(int point) {
        return Character.getType(point) == Character.ENCLOSING_MARK;
    }

    /** How many marks stand before this place without a letter between, as far as it matters. */
    private static int marksBefore(String text, int at) {
        int marks = 0;
        int i = at;
        while (i > 0 && marks < MARKS && isMark(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
            marks++;
        }
        return marks;
    }

    private static int afterMarks(String text, int at) {
        int i = at;
        while (i < text.length() && isMark(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private void other(Token token) {
        if (token.text().equals("\\")) {
            complain(token.at().from(), 1, "backslash", "A backslash stands only inside a string; delete it.");
        } else if (!HiddenCharacters.include(token.text().codePointAt(0))) {
            String shown = shown(token.text().codePointAt(0));
            String plain = Slips.findPlain(token.text().codePointAt(0)).orElse(null);
            complaints.add(new Complaint(
                    token.at(),
                    "character",
                    plain == null
                            ? "The character " + shown
                                    + " stands only inside strings and comments; use plain letters here."
                            : Character.isLetter(plain.charAt(0))
                                    ? "This " + shown + " is a letter of another alphabet; write the plain letter "
                                            + plain + "."
                                    : "Write " + plain + " here; " + shown
                                            + " stands only inside strings and comments.",
                    plain));
        }
    }

    private static String shown(int point) {
        return Character.isSpaceChar(point) ? String.format("U+%04X", point) : Character.toString(point);
    }

    private void comment(Token token) {
        int backslash = token.text().indexOf('\\');
        if (backslash >= 0) {
            complain(
                    token.at().from() + backslash,
                    1,
                    "backslash",
                    "A backslash stands only inside a string; delete it here.");
        }
        if (token.text().startsWith("/*")
                && (token.text().length() < 4 || !token.text().endsWith("*/"))) {
            complain(token.at().from(), 2, "unclosed-comment", "This comment has no end; close it with */.");
        }
    }

    private void string(Token token) {
        String text = token.text();
        char quote = text.charAt(0);
        boolean closed = false;
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escape(token, i);
                i++;
            } else if (c == quote) {
                closed = true;
            } else if (c == '\t') {
                complain(token.at().from() + i, 1, "character", "Write \\t for a tab inside a string.");
            } else if (c == '"') {
                complain(
                        token.at().from() + i,
                        1,
                        "quote",
                        "Write the text in \"…\", with \\\" for a quotation mark inside it.");
            }
        }
        if (!closed) {
            complain(
                    token.at().from(),
                    1,
                    "unclosed-string",
                    "This string has no end; close it with " + quote + " on the same line.");
        }
    }

    private void escape(Token token, int i) {
        String text = token.text();
        char c = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        if ("\"\\'ntr".indexOf(c) < 0) {
            complain(
                    token.at().from() + i,
                    i + 1 < text.length() ? 2 : 1,
                    "escape",
                    "Inside a string a backslash is followed by one of \" \\ ' n t r; write other characters as they are.");
        }
    }

    private void complain(int from, int width, String code, String message) {
        complaints.add(new Complaint(new Extent(from, from + width), code, message));
    }
}

package milepost.rules.language.syntax;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Turns tokens into the values they stand for. */
public final class Literals {
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,18}\\.[0-9]{1,18}");

    private Literals() {}

    static Node number(Token token) {
        String text = token.text();
        if (WHOLE.matcher(text).matches()) {
            if (text.length() > 9 || (text.length() > 1 && text.startsWith("0"))) {
                throw new Fault(
                        token.at(),
                        "number",
                        "A whole number has at most nine digits, no leading zero and no comma, such as 1000. "
                                + "A fixed day is compared by its parts, such as due.last.year >= 2027.");
            }
            return new Node.Literal(Long.valueOf(text), text, token.at());
        }
        if (DECIMAL.matcher(text).matches()) {
            return new Node.Literal(new BigDecimal(text), text, token.at());
        }
        throw new Fault(token.at(), "number", "Write numbers plainly, such as 60 or 0.75, not " + token.shown() + ".");
    }

    static Node string(Token token) {
        return new Node.Literal(content(token.text()), token.text(), token.at());
    }

    /** What a string with its quotes means; its escapes have been checked. */
    public static String content(String quoted) {
        StringBuilder plain = new StringBuilder(quoted.length());
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                c = switch (quoted.charAt(i)) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> quoted.charAt(i);
                };
            }
            plain.append(c);
        }
        return plain.toString();
    }
}

package milepost.rules.language.syntax;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write who come from another language or a word processor, and how it is written here. */
final class Slips {
    /** Letters of other alphabets and the plain ones they look like. */
    private static final String LOOKALIKES = "АВЕКМНОРСТХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";

    private static final String PLAIN = "ABEKMHOPCTXaeopcyxijsABEZHIKMNOPTYXo";

    private static final Map<Integer, String> SIGNS = Map.ofEntries(
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '„', "\""),
            Map.entry((int) '‟', "\""),
            Map.entry((int) '«', "\""),
            Map.entry((int) '»', "\""),
            Map.entry((int) '‘', "\""),
            Map.entry((int) '’', "\""),
            Map.entry((int) '‐', "-"),
            Map.entry((int) '‑', "-"),
            Map.entry((int) '–', "-"),
            Map.entry((int) '—', "-"),
            Map.entry((int) '−', "-"),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≠', "!="),
            Map.entry((int) '×', "*"),
            Map.entry((int) '÷', "/"),
            Map.entry((int) '∧', "&&"),
            Map.entry((int) '∨', "||"),
            Map.entry((int) '¬', "!"));

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("and", "&&"),
            Map.entry("or", "||"),
            Map.entry("eq", "=="),
            Map.entry("equals", "=="),
            Map.entry("is", "=="),
            Map.entry("ne", "!="),
            Map.entry("lt", "<"),
            Map.entry("le", "<="),
            Map.entry("gt", ">"),
            Map.entry("ge", ">="),
            Map.entry("includes", "contains"),
            Map.entry("excludes", "not contains"),
            Map.entry("startsWith", "str[startsWith]"),
            Map.entry("endsWith", "str[endsWith]"));

    private static final Map<String, String> ADVICE = Map.of(
            "like",
                    "Write contains for a part of the text, str[startsWith] for its beginning, or matches for a pattern.",
            "soundslike", "Write matches with the spellings you mean, such as \"Jon|John\".",
            "between", "Write two constraints, such as slips >= 1, slips <= 3.",
            "after", "Days are compared with > : due.last > $other.",
            "before", "Days are compared with < : due.last < $other.",
            "isA", "Match the type you need with a pattern of its own.");

    private Slips() {}

    /** The plain sign for one that a word processor or another keyboard puts in its place. */
    static Optional<String> findPlain(int point) {
        int place = LOOKALIKES.indexOf(point);
        if (place >= 0) {
            return Optional.of(PLAIN.substring(place, place + 1));
        }
        String sign = SIGNS.get(point);
        String wide = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
        boolean plain = wide.length() == 1 && wide.charAt(0) > ' ' && wide.charAt(0) < 127;
        return sign != null ? Optional.of(sign) : plain ? Optional.of(wide) : Optional.empty();
    }

    /** What is wrong about a word that stands where an operator should, if it is a known slip. */
    static Optional<Complaint> findOperator(Cursor cursor) {
        Token word = cursor.peek();
        Token next = cursor.peek(1);
        if (word.is("is") && next.is("not")) {
            return Optional.of(operator(word.at().through(next.at()), "is not", "!="));
        }
        String meant = OPERATORS.get(word.text());
        if (meant != null) {
            return Optional.of(operator(word.at(), word.text(), meant));
        }
        String advice = ADVICE.get(word.text());
        if (advice != null) {
            return Optional.of(
                    new Complaint(word.at(), "unknown-operator", word.shown() + " is not an operator. " + advice));
        }
        return beginsConstraint(next) ? Optional.of(missingComma(cursor)) : Optional.empty();
    }

    private static Complaint operator(Extent at, String written, String meant) {
        String comma = meant.equals("&&") ? " or a comma" : "";
        return new Complaint(
                at, "unknown-operator", "\"" + written + "\" is not an operator; write " + meant + comma + ".", meant);
    }

    /** Whether what follows a word shows that the word was the beginning of a constraint. */
    private static boolean beginsConstraint(Token next) {
        return switch (next.text()) {
            case "==", "!=", "<", "<=", ">", ">=", ".", ":" -> next.kind() == Token.Kind.SYMBOL;
            case "contains", "memberOf", "matches", "in", "str", "not" -> next.isWord();
            default -> false;
        };
    }

    private static Complaint missingComma(Cursor cursor) {
        Extent last = cursor.last().at();
        Extent at = new Extent(last.to() - 1, last.to());
        return new Complaint(
                at,
                "missing-comma",
                "A comma is missing here, before " + cursor.peek().text() + ".",
                cursor.textOf(at) + ",");
    }

    /** Two signs that belong together elsewhere, such as {@code <>}; the first has been read. */
    static Optional<Complaint> findPair(Token first, Token second) {
        String meant = meant(first.text() + second.text());
        return meant != null && first.at().to() == second.at().from()
                ? Optional.of(new Complaint(
                        first.at().through(second.at()),
                        "unknown-operator",
                        first.text() + second.text() + " is not an operator; write " + meant + ".",
                        meant))
                : Optional.empty();
    }

    private static @Nullable String meant(String pair) {
        return switch (pair) {
            case "<>", "!==" -> "!=";
            case "===" -> "==";
            case "=<" -> "<=";
            case "=>" -> ">=";
            default -> null;
        };
    }
}

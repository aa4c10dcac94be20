package milepost.rules.language;

/**
 * A word of a rule file.
 *
 * @param text as written; for a string its value without quotes and escapes
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(Kind kind, String text, Span span, int start, int end) {

    enum Kind {
        NAME,
        INTEGER,
        DECIMAL,
        STRING,
        SYMBOL,
        END
    }

    boolean is(String expected) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(expected);
    }
}

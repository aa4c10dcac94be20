package milepost.rules.language.syntax;

/**
 * The smallest piece of a rule.
 *
 * @param text as written, a string with its quotes
 * @param firstOnLine whether only blanks stand before it on its line
 */
record Token(Kind kind, String text, Extent at, boolean firstOnLine) {

    /** What kind of piece it is. */
    enum Kind {
        WORD,
        NUMBER,
        STRING,
        SYMBOL,
        COMMENT,
        TEXT_BLOCK,
        OTHER,
        END
    }

    /** Whether it is this word or symbol; never true for the content of a string. */
    boolean is(String wordOrSymbol) {
        return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equals(wordOrSymbol);
    }

    /** Whether it cannot be seen; such characters are refused, and the parser reads on as if they were not there. */
    boolean isHidden() {
        return kind == Kind.OTHER && HiddenCharacters.include(text.codePointAt(0));
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** For messages. */
    String shown() {
        if (kind == Kind.END) {
            return "the end of the file";
        }
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

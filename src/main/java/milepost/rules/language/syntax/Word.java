package milepost.rules.language.syntax;

/** A name as written, with its place. */
public record Word(String text, Extent at) {
    static Word of(Token token) {
        return new Word(token.text(), token.at());
    }
}

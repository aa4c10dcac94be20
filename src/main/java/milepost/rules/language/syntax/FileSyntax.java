package milepost.rules.language.syntax;

import java.util.List;

/** What one file holds, as written; what was wrong went to the complaints. */
public record FileSyntax(List<RuleSyntax> rules) {

    /** Reads a file; never throws. */
    public static FileSyntax read(String text, Lines lines, Complaints complaints) {
        if (!Characters.fits(text, lines, complaints)) {
            return new FileSyntax(List.of());
        }
        List<Token> tokens = Lexer.read(text);
        Characters.check(text, tokens, complaints);
        List<Token> code = tokens.stream()
                .filter(t -> t.kind() != Token.Kind.COMMENT && !t.isHidden())
                .toList();
        int[] depths = Brackets.depths(code, complaints);
        Cursor cursor = new Cursor(text, code, depths, complaints);
        return new FileSyntax(new FileParser(cursor).parse());
    }
}

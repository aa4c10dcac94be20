package milepost.rules.language.syntax;

import java.util.List;

/**
 * One rule as written.
 *
 * @param name what stands between the quotes of its name
 * @param sound whether nothing in it had to be skipped
 * @param at from the word rule to the end of the word end
 */
public record RuleSyntax(
        Word name, List<Annotation> annotations, List<When> when, List<Then> then, boolean sound, Extent at) {

    /**
     * One line of metadata.
     *
     * @param value between the brackets, as written
     */
    public record Annotation(Word name, Word value, Extent at) {}
}

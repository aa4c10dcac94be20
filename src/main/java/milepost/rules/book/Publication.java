package milepost.rules.book;

import org.jspecify.annotations.Nullable;

/**
 * Who publishes rules, from where and why.
 *
 * @param comment says what is new, for the list of versions
 * @param restored the number of the version brought back
 */
public record Publication(
        String by,
        String writer,
        RulesetVersion.Cause cause,
        String comment,
        @Nullable Long restored) {

    public static Publication web(String by, String writer, String comment) {
        return new Publication(by, writer, RulesetVersion.Cause.WEB, comment, null);
    }

    public static Publication files(String by, String comment) {
        return new Publication(by, by, RulesetVersion.Cause.FILES, comment, null);
    }
}

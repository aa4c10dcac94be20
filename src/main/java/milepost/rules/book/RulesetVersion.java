package milepost.rules.book;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One publication of the rules.
 *
 * @param number from 1, one more with each publication
 * @param hash version of the compiled rules: equal rule texts have equal hashes, whatever their cases are
 * @param by who published it
 * @param writer who wrote what is new in it
 * @param restored the number of the version it brought back
 */
public record RulesetVersion(
        long number,
        String hash,
        Instant at,
        String by,
        String writer,
        Cause cause,
        String comment,
        @Nullable Long restored) {

    /** Where a version came from. */
    public enum Cause {
        /** The rules folder, or a folder named in a command. */
        FILES,
        /** The pages, or a program over HTTP. */
        WEB,
        /** An earlier version brought back. */
        RESTORE
    }
}

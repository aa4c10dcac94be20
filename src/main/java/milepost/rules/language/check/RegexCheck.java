package milepost.rules.language.check;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.regex.MatchResult;
import milepost.rules.language.Limit;

/**
 * Looks at a regular expression before it is used. Matching takes time linear in the text and in the states of the expression, so
 * only its states have to be bounded, and that before they are made: {@code (a{1000}){1000}} is a million of them.
 */
final class RegexCheck {
    private static final java.util.regex.Pattern REPEAT =
            java.util.regex.Pattern.compile("\\{([0-9]{1,9})(,([0-9]{0,9}))?\\}");
    /** As if every repetition stood inside every other: more than there can be, and still quick to compile. */
    private static final long MOST_WRITTEN_OUT = 100_000;

    private RegexCheck() {}

    /** What is wrong with it, as a sentence. */
    static Optional<String> findFault(String regex) {
        if (regex.length() > Limit.REGEX_CHARACTERS.most()) {
            return Optional.of("A regular expression has at most " + Limit.REGEX_CHARACTERS + " characters.");
        }
        try {
            boolean small = writtenOut(regex) <= MOST_WRITTEN_OUT
                    && Pattern.compile(regex).programSize() <= Limit.REGEX_STEPS.most();
            return small
                    ? Optional.empty()
                    : Optional.of("This regular expression repeats too much; use smaller numbers in { }.");
        } catch (PatternSyntaxException e) {
            return Optional.of("This regular expression is not understood: " + e.getDescription()
                    + ". Groups, classes and repetition are; back-references and look-around are not.");
        }
    }

    private static long writtenOut(String regex) {
        long size = regex.length();
        for (MatchResult repeat : REPEAT.matcher(regex).results().toList()) {
            String upper = repeat.group(3);
            long times = Long.parseLong(upper == null || upper.isEmpty() ? repeat.group(1) : upper);
            size = Math.min(size * Math.max(1, times), Integer.MAX_VALUE);
        }
        return size;
    }
}

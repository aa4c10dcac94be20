package milepost.rules.language;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in a rule file, at its exact place.
 *
 * @param line from 1
 * @param column from 1
 * @param endColumn the column after the last character concerned, on the same line
 * @param code names the kind of problem, such as {@code unknown-property}
 * @param message what is wrong and what to write instead
 * @param fix what puts it right, null where there is no single answer
 */
public record RuleProblem(
        String path,
        int line,
        int column,
        int endColumn,
        Level severity,
        String code,
        String message,
        @Nullable Fix fix) {

    /** Whether the ruleset can be used with it. */
    public enum Level {
        ERROR,
        WARNING,
        INFO
    }

    /** The same, as bad as that. */
    public RuleProblem at(Level other) {
        return new RuleProblem(path, line, column, endColumn, other, code, message, fix);
    }
}

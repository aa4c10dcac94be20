package milepost.rules.cases;

import org.jspecify.annotations.Nullable;

/**
 * What became of one case.
 *
 * @param ok whether the rule reported exactly what was expected
 * @param fired whether the rule reported at all
 * @param detail what was expected, what came, and the values it came from; null when ok
 * @param path the file of the case
 * @param line line of the case in that file
 */
public record CaseResult(
        String rule,
        String name,
        boolean ok,
        boolean fired,
        @Nullable String detail,
        String path,
        int line) {}

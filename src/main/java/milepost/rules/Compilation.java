package milepost.rules;

import java.util.List;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of rule files.
 *
 * @param ruleset null when any problem is an error
 * @param problems ordered by path, line and column
 */
public record Compilation(@Nullable Ruleset ruleset, List<RuleProblem> problems) {
    public Compilation {
        problems = List.copyOf(problems);
    }
}

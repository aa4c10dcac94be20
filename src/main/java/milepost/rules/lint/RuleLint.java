package milepost.rules.lint;

import java.util.Comparator;
import java.util.List;
import milepost.rules.language.RuleProblem;

/** Looks through correct rules for what their author probably did not mean; a pure function. */
public final class RuleLint {
    private static final List<Check> CHECKS = List.of(
            new MissingMetadata(),
            new MessageWithoutValue(),
            new NeverMatches(),
            new RepeatedRule(),
            new ExistsAndNot(),
            new FieldNeverFilled(),
            new ThresholdOutOfReach(),
            new BoundaryWithoutCase());

    private RuleLint() {}

    /** Warnings and notes, ordered by path, line and column; never an error. */
    public static List<RuleProblem> of(LintInput input) {
        return CHECKS.stream()
                .flatMap(check -> check.find(input).stream())
                .sorted(Comparator.comparing(RuleProblem::path)
                        .thenComparingInt(RuleProblem::line)
                        .thenComparingInt(RuleProblem::column)
                        .thenComparing(RuleProblem::code)
                        .thenComparing(RuleProblem::message))
                .toList();
    }
}

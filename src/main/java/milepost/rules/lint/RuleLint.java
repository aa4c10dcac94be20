package milepost.rules.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/** Looks through correct rules for what their author probably did not mean; a pure function. */
public final class RuleLint {
    /** What look at facts and cases too. */
    private static final List<Check> BESIDE = List.of(
            new FieldNeverFilled(), new ThresholdOutOfReach(), new ConstraintNeverTrue(), new BoundaryWithoutCase());

    private static final List<String> CODES = List.of(
            MissingMetadata.CODE,
            "unknown-severity",
            MessageWithoutValue.CODE,
            NeverMatches.CODE,
            RepeatedRule.SAME,
            RepeatedRule.SUBSUMED,
            ExistsAndNot.CODE,
            FieldNeverFilled.CODE,
            ThresholdOutOfReach.CODE,
            ConstraintNeverTrue.CODE,
            BoundaryWithoutCase.CODE);

    private RuleLint() {}

    /** The codes of all advice, each of which has a page. */
    public static List<String> codes() {
        return CODES;
    }

    /** What to avoid, what to prefer and why, in Markdown; null where a code has no page. */
    public static @Nullable String page(String code) {
        if (!CODES.contains(code)) {
            return null;
        }
        try (InputStream in = Objects.requireNonNull(RuleLint.class.getResourceAsStream(code + ".md"), code)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether one says why the other is so. */
    private static boolean explains(RuleProblem reason, RuleProblem neverTrue) {
        return List.of(FieldNeverFilled.CODE, ThresholdOutOfReach.CODE, NeverMatches.CODE)
                        .contains(reason.code())
                && reason.path().equals(neverTrue.path())
                && reason.line() == neverTrue.line()
                && reason.column() == neverTrue.column();
    }

    /** Warnings and notes, ordered by path, line and column; never an error. */
    public static List<RuleProblem> of(LintInput input) {
        return of(input, new KnownAdvice());
    }

    /** The same, looking only at rules of which nothing is known yet. */
    public static List<RuleProblem> of(LintInput input, KnownAdvice known) {
        List<RuleProblem> found = new ArrayList<>(known.of(input));
        BESIDE.forEach(check -> found.addAll(check.find(input)));
        return found.stream()
                .filter(p -> !p.code().equals(ConstraintNeverTrue.CODE)
                        || found.stream().noneMatch(o -> explains(o, p)))
                .sorted(Comparator.comparing(RuleProblem::path)
                        .thenComparingInt(RuleProblem::line)
                        .thenComparingInt(RuleProblem::column)
                        .thenComparing(RuleProblem::code)
                        .thenComparing(RuleProblem::message))
                .toList();
    }
}

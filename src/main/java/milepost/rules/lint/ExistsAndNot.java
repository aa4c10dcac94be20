package milepost.rules.lint;

import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.Fix;
import milepost.rules.language.RuleProblem;
import org.jspecify.annotations.Nullable;

/** {@code exists( A and not B )}, which other programs that run DRL have been seen to get wrong. */
final class ExistsAndNot implements Check {
    static final String CODE = "exists-and-not";

    @Override
    public List<RuleProblem> find(LintInput input) {
        return input.rules().stream()
                .flatMap(rule -> Parts.conditions(rule).stream()
                        .filter(ExistsAndNot::holdsNot)
                        .map(found -> note(new Place(rule, found.span()), found, input)))
                .toList();
    }

    private static RuleProblem note(Place place, Condition found, LintInput input) {
        return place.note(
                CODE,
                "exists with a not inside works here, but not in every program that runs DRL (Drools issue 7115).",
                apart((Condition.Exists) found, new Written(place.rule(), input)));
    }

    /** One condition after the other says the same, as long as the not asks nothing of what exists. */
    private static @Nullable Fix apart(Condition.Exists exists, Written file) {
        List<Condition> parts = ((Condition.All) exists.part()).parts();
        boolean simple = parts.size() == 2
                && parts.get(0) instanceof Condition.Pattern first
                && parts.get(1) instanceof Condition.Not
                && !Parts.reads(parts.get(1), Parts.bound(first));
        if (!simple) {
            return null;
        }
        String indent = " ".repeat(exists.span().column() - 1);
        String text = "exists " + file.at(parts.get(0).span()) + "\n" + indent
                + file.at(parts.get(1).span());
        return new Fix("Write one condition after the other", file.path(), exists.span(), text);
    }

    private static boolean holdsNot(Condition condition) {
        return condition instanceof Condition.Exists exists
                && exists.part() instanceof Condition.All all
                && all.parts().stream().anyMatch(Condition.Not.class::isInstance);
    }
}

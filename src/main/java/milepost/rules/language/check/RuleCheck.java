package milepost.rules.language.check;

import java.util.List;
import java.util.Set;
import milepost.facts.AsOf;
import milepost.facts.Roadmap;
import milepost.rules.language.Condition;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import milepost.rules.language.syntax.RuleSyntax;
import milepost.rules.language.syntax.When;
import org.jspecify.annotations.Nullable;

/** Checks one rule as a whole. */
final class RuleCheck {
    private static final int MOST_PATTERNS = 8;
    private static final int MOST_CHOICES = 3;
    /** Facts of which there is exactly one, so that they multiply nothing. */
    private static final Set<String> SINGLE = Set.of(AsOf.class.getSimpleName(), Roadmap.class.getSimpleName());

    private final FileContext file;

    RuleCheck(FileContext file) {
        this.file = file;
    }

    /** The tree, or null when anything in the rule is wrong, which has been said. */
    @Nullable RuleTree check(RuleSyntax rule) {
        int before = file.complaints().size();
        RuleInfo info = new MetadataCheck(file, rule).check();
        Scope scope = new Scope(rule.sound());
        List<Condition> when = new ConditionCheck(file).all(rule.when(), scope);
        List<Statement> then = new ConsequenceCheck(file)
                .check(rule.then(), scope.inner(), rule.sound(), rule.name().at());
        size(rule);
        boolean right = rule.sound() && file.complaints().size() == before;
        return right && info != null ? new RuleTree(info, when, then, file.span(rule.at())) : null;
    }

    private void size(RuleSyntax rule) {
        int patterns = rule.when().stream().mapToInt(RuleCheck::patterns).sum();
        if (patterns > MOST_PATTERNS) {
            file.complain(
                    rule.name().at(),
                    "too-many-patterns",
                    "A rule matches at most " + MOST_PATTERNS + " facts at once, this one " + patterns + "; split it.");
        }
        int choices = rule.when().stream().mapToInt(RuleCheck::choices).sum();
        if (choices > MOST_CHOICES) {
            file.complain(
                    rule.name().at(),
                    "too-many-choices",
                    "A rule has at most " + MOST_CHOICES + " or between conditions; write several rules.");
        }
    }

    private static int patterns(When when) {
        if (when instanceof When.Pattern pattern) {
            return SINGLE.contains(pattern.type().text()) ? 0 : 1;
        }
        return parts(when).stream().mapToInt(RuleCheck::patterns).sum();
    }

    private static int choices(When when) {
        int own =
                when instanceof When.Group group && group.any() ? group.parts().size() - 1 : 0;
        return own + parts(when).stream().mapToInt(RuleCheck::choices).sum();
    }

    static List<? extends When> parts(When when) {
        if (when instanceof When.Group group) {
            return group.parts();
        }
        if (when instanceof When.Not not) {
            return List.of(not.part());
        }
        if (when instanceof When.Exists exists) {
            return List.of(exists.part());
        }
        if (when instanceof When.ForAll forAll) {
            return forAll.patterns();
        }
        return when instanceof When.Accumulate accumulate ? List.of(accumulate.source()) : List.of();
    }
}

package milepost.rules.language.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import milepost.facts.AsOf;
import milepost.facts.Roadmap;
import milepost.rules.language.Condition;
import milepost.rules.language.Limit;
import milepost.rules.language.RuleInfo;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Statement;
import milepost.rules.language.syntax.RuleSyntax;
import milepost.rules.language.syntax.When;
import org.jspecify.annotations.Nullable;

/** Checks one rule as a whole. */
final class RuleCheck {
    /** Facts of which there is exactly one, so that they multiply nothing. */
    static final Set<String> SINGLE = Set.of(AsOf.class.getSimpleName(), Roadmap.class.getSimpleName());

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
        new JoinCheck(file).check(when);
        boolean right = rule.sound() && file.complaints().size() == before;
        return right && info != null ? new RuleTree(info, when, then, file.span(rule.at())) : null;
    }

    private void size(RuleSyntax rule) {
        List<When> all = rule.when().stream().flatMap(RuleCheck::withParts).toList();
        List<When> patterns = all.stream().filter(RuleCheck::counts).toList();
        if (patterns.size() > Limit.PATTERNS.most()) {
            file.complain(
                    patterns.get(Limit.PATTERNS.most()).at(),
                    "too-many-patterns",
                    "A rule matches at most " + Limit.PATTERNS + " facts at once, this one " + patterns.size()
                            + "; split it.");
        }
        int choices = 0;
        for (When when : all) {
            choices += when instanceof When.Group group && group.any()
                    ? group.parts().size() - 1
                    : 0;
            if (choices > Limit.CHOICES.most()) {
                file.complain(
                        when.at(),
                        "too-many-choices",
                        "A rule has at most " + Limit.CHOICES + " or between conditions; write several rules.");
                return;
            }
        }
    }

    private static boolean counts(When when) {
        return when instanceof When.Pattern pattern
                && !SINGLE.contains(pattern.type().text());
    }

    private static Stream<When> withParts(When when) {
        return Stream.concat(Stream.of(when), parts(when).stream().flatMap(RuleCheck::withParts));
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

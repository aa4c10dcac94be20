package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.syntax.When;
import org.jspecify.annotations.Nullable;

/** Checks the conditions of a rule; a name given inside not, exists, forall, accumulate or one side of or stays inside. */
final class ConditionCheck {
    private final FileContext file;
    private final PatternCheck patterns;
    private final AccumulateCheck accumulates;

    ConditionCheck(FileContext file) {
        this.file = file;
        this.patterns = new PatternCheck(file);
        this.accumulates = new AccumulateCheck(file, this);
    }

    /** Those of the conditions that are right. */
    List<Condition> all(List<? extends When> conditions, Scope scope) {
        List<Condition> checked = new ArrayList<>();
        for (When condition : conditions) {
            Condition one = check(condition, scope);
            if (one != null) {
                checked.add(one);
            }
        }
        return checked;
    }

    @Nullable Condition check(When condition, Scope scope) {
        if (condition instanceof When.Pattern pattern) {
            return patterns.check(pattern, scope);
        }
        if (condition instanceof When.Group group) {
            return group(group, scope);
        }
        if (condition instanceof When.Not not) {
            Condition part = check(not.part(), scope.inner());
            return part == null ? null : new Condition.Not(part, file.span(not.at()));
        }
        if (condition instanceof When.Exists exists) {
            Condition part = check(exists.part(), scope.inner());
            return part == null ? null : new Condition.Exists(part, file.span(exists.at()));
        }
        if (condition instanceof When.ForAll forAll) {
            return forAll(forAll, scope);
        }
        return accumulates.check((When.Accumulate) condition, scope);
    }

    private @Nullable Condition group(When.Group group, Scope scope) {
        List<Condition> parts = new ArrayList<>();
        for (When part : group.parts()) {
            Condition checked = check(part, group.any() ? scope.inner() : scope);
            if (checked != null) {
                parts.add(checked);
            }
        }
        if (parts.size() < group.parts().size()) {
            return null;
        }
        return group.any()
                ? new Condition.Any(parts, file.span(group.at()))
                : new Condition.All(parts, file.span(group.at()));
    }

    /** With one pattern alone, every fact of its type must meet it. */
    private @Nullable Condition forAll(When.ForAll forAll, Scope scope) {
        Scope inside = scope.inner();
        if (forAll.patterns().size() == 1) {
            return patterns.everyOne(forAll.patterns().get(0), inside, forAll.at());
        }
        List<Condition.Pattern> checked = new ArrayList<>();
        for (When.Pattern pattern : forAll.patterns()) {
            Condition.Pattern one = patterns.check(pattern, inside);
            if (one != null) {
                checked.add(one);
            }
        }
        return checked.size() < forAll.patterns().size()
                ? null
                : new Condition.Forall(
                        checked.get(0), List.copyOf(checked.subList(1, checked.size())), file.span(forAll.at()));
    }
}

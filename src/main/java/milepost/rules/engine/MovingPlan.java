package milepost.rules.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.AsOf;
import milepost.rules.engine.bound.FactCounts;
import milepost.rules.engine.bound.JoinBound;
import milepost.rules.engine.condition.Conditions;
import milepost.rules.engine.condition.DaySplit;
import milepost.rules.engine.run.Budget;
import milepost.rules.engine.run.Run;
import milepost.rules.language.Condition;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/** The rules made ready for sessions in which the day moves; made once, when first asked for. */
final class MovingPlan {
    private final Budget budget;
    private final ThreadLocal<@Nullable Run> running;
    private final RuleModel.Built built;
    private final ReadFindings read;
    private final List<JoinBound> bounds = new ArrayList<>();
    private final boolean asksForTheDay;

    MovingPlan(List<RuleTree> rules, RuleModel model, Budget budget, ThreadLocal<@Nullable Run> running) {
        this.budget = budget;
        this.running = running;
        this.read = new ReadFindings(rules, rules.stream().map(JoinBound::new).toList(), false);
        Map<RuleTree, DaySplit> cut = new LinkedHashMap<>();
        // a rule that reads the words of findings needs them every day
        if (!read.readsTexts()) {
            rules.forEach(rule -> DaySplit.of(rule).ifPresent(split -> cut.put(rule, split)));
        }
        this.built = model.build(rules, rule -> Optional.ofNullable(cut.get(rule)));
        for (RuleTree rule : rules) {
            DaySplit split = cut.get(rule);
            bounds.add(
                    split == null
                            ? new JoinBound(rule)
                            : new JoinBound(
                                    rule.info().key(),
                                    split.arranged().stream()
                                            .map(DaySplit.Still::tried)
                                            .toList()));
        }
        this.asksForTheDay = rules.stream()
                .filter(rule -> !cut.containsKey(rule))
                .anyMatch(rule -> rule.when().stream().anyMatch(MovingPlan::asks));
    }

    private static boolean asks(Condition condition) {
        return condition instanceof Condition.Pattern pattern && pattern.fact().javaType() == AsOf.class
                || Conditions.parts(condition).stream().anyMatch(MovingPlan::asks);
    }

    Budget budget() {
        return budget;
    }

    ThreadLocal<@Nullable Run> running() {
        return running;
    }

    RuleModel.Built built() {
        return built;
    }

    ReadFindings read() {
        return read;
    }

    /** Whether the engine has to be told of every new day. */
    boolean asksForTheDay() {
        return asksForTheDay;
    }

    boolean asksTooMuch(List<Object> facts) {
        FactCounts counts = new FactCounts(facts);
        return bounds.stream()
                .anyMatch(
                        bound -> bound.findExcess(counts, budget.combinations()).isPresent());
    }
}

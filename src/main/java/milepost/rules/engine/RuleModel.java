package milepost.rules.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import milepost.rules.engine.condition.Arrangement;
import milepost.rules.engine.condition.ConditionModel;
import milepost.rules.engine.condition.ConditionWatch;
import milepost.rules.engine.condition.Conditions;
import milepost.rules.engine.condition.Constraints;
import milepost.rules.engine.condition.DaySplit;
import milepost.rules.engine.condition.RuleContext;
import milepost.rules.engine.condition.Shared;
import milepost.rules.engine.report.Candidate;
import milepost.rules.engine.report.Collector;
import milepost.rules.engine.report.DatedRule;
import milepost.rules.engine.report.ReportAction;
import milepost.rules.engine.run.Run;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.language.Condition;
import milepost.rules.language.RuleTree;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;
import org.drools.model.functions.BlockN;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/** Hands the rules to the engine: all in one package, under names of our own making. */
final class RuleModel {
    static final String GLOBAL = "findings";
    /** Rules that read findings wait here until the others have reported. */
    static final String SECOND = "second";

    private static final String PACKAGE = "milepost.rules";

    private final @Nullable ConditionWatch watch;
    private final ThreadLocal<@Nullable Run> running;

    RuleModel(@Nullable ConditionWatch watch, ThreadLocal<@Nullable Run> running) {
        this.watch = watch;
        this.running = running;
    }

    /**
     * Rules made ready to run.
     *
     * @param rules their keys, by number
     * @param second numbers of those that read findings
     * @param dated numbers of those that were cut in two
     */
    record Built(KieBase base, List<String> rules, Set<Integer> second, Set<Integer> dated) {}

    Built build(List<RuleTree> trees) {
        return build(trees, tree -> Optional.empty());
    }

    /** For a session in which the day moves; those rules are cut that {@code split} cuts. */
    Built build(List<RuleTree> trees, Function<RuleTree, Optional<DaySplit>> split) {
        Global<Collector> findings = DSL.globalOf(Collector.class, PACKAGE, GLOBAL);
        ModelImpl model = new ModelImpl();
        model.addGlobal(findings);
        Shared shared = new Shared();
        List<String> keys = new ArrayList<>();
        Set<Integer> second = new HashSet<>();
        Set<Integer> dated = new HashSet<>();
        for (RuleTree tree : trees) {
            RuleContext context = new RuleContext(tree.info().key(), keys.size(), watch, shared, running);
            keys.add(context.rule());
            if (tree.when().stream().anyMatch(RuleModel::readsFindings)) {
                second.add(context.number());
            }
            Optional<DaySplit> cut = split.apply(tree);
            cut.ifPresent(found -> dated.add(context.number()));
            model.addRule(cut.map(found -> rule(tree, found, context, findings))
                    .orElseGet(() -> rule(tree, context, findings)));
        }
        return new Built(
                KieBaseBuilder.createKieBaseFromModel(model), List.copyOf(keys), Set.copyOf(second), Set.copyOf(dated));
    }

    /** The engine gets names of our own making, never an author's text. */
    private static Rule rule(RuleTree tree, RuleContext context, Global<Collector> findings) {
        RuleNames names = new RuleNames();
        ConditionModel conditions = new ConditionModel(new Constraints(context, names), context, names);
        List<RuleItemBuilder<?>> items =
                new ArrayList<>(conditions.items(context.watch() == null ? Arrangement.of(tree.when()) : tree.when()));
        ReportAction action = new ReportAction(tree, context.number(), names, conditions.evidence(tree.when()));
        items.add(consequence(findings, action.variables(), values -> action.run((Collector) values[0], values)));
        var rule = PatternDSL.rule(PACKAGE, "r" + context.number());
        if (tree.when().stream().anyMatch(RuleModel::readsFindings)) {
            rule.attribute(Rule.Attribute.AGENDA_GROUP, SECOND);
        }
        return rule.build(items.toArray(RuleItemBuilder[]::new));
    }

    /** The part of a rule that does not ask for the day; a match of it is a candidate. */
    private static Rule rule(RuleTree tree, DaySplit split, RuleContext context, Global<Collector> findings) {
        RuleNames names = new RuleNames();
        ConditionModel conditions = new ConditionModel(new Constraints(context, names), context, names);
        Variable<?> day = conditions.given(split.day());
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        split.arranged().forEach(still -> items.addAll(conditions.items(still)));
        ReportAction action = new ReportAction(tree, context.number(), names, conditions.evidence(tree.when()));
        DatedRule dated = new DatedRule(tree, split, conditions, action, day);
        items.add(consequence(
                findings,
                dated.variables(),
                values -> ((Collector) values[0]).candidate(new Candidate(dated, values))));
        return PatternDSL.rule(PACKAGE, "r" + context.number()).build(items.toArray(RuleItemBuilder[]::new));
    }

    private static RuleItemBuilder<?> consequence(Global<Collector> findings, List<Variable<?>> used, BlockN action) {
        List<Variable<?>> variables = new ArrayList<>();
        variables.add(findings);
        variables.addAll(used);
        ConsequenceImpl consequence =
                new ConsequenceImpl(action, variables.toArray(Variable[]::new), false, false, "java");
        return () -> consequence;
    }

    private static boolean readsFindings(Condition condition) {
        return condition instanceof Condition.Pattern pattern
                        && pattern.fact().name().equals("Finding")
                || Conditions.parts(condition).stream().anyMatch(RuleModel::readsFindings);
    }
}

package milepost.rules.engine;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.Condition;
import milepost.rules.language.RuleTree;
import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.PatternDSL;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.consequences.ConsequenceImpl;
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
     */
    record Built(KieBase base, List<String> rules) {}

    Built build(List<RuleTree> trees) {
        Global<Collector> findings = DSL.globalOf(Collector.class, PACKAGE, GLOBAL);
        ModelImpl model = new ModelImpl();
        model.addGlobal(findings);
        Shared shared = new Shared();
        List<String> keys = new ArrayList<>();
        for (RuleTree tree : trees) {
            RuleContext context = new RuleContext(tree.info().key(), keys.size(), watch, shared, running);
            keys.add(context.rule());
            model.addRule(rule(tree, context, findings));
        }
        return new Built(KieBaseBuilder.createKieBaseFromModel(model), List.copyOf(keys));
    }

    /** The engine gets names of our own making, never an author's text. */
    private static Rule rule(RuleTree tree, RuleContext context, Global<Collector> findings) {
        RuleNames names = new RuleNames();
        ConditionModel conditions = new ConditionModel(new Constraints(context, names), context, names);
        List<RuleItemBuilder<?>> items =
                new ArrayList<>(conditions.items(context.watch() == null ? Arrangement.of(tree.when()) : tree.when()));
        ReportAction action = new ReportAction(tree, context.number(), names, conditions.evidence(tree.when()));
        List<Variable<?>> variables = new ArrayList<>();
        variables.add(findings);
        variables.addAll(action.variables());
        ConsequenceImpl consequence = new ConsequenceImpl(
                values -> action.run((Collector) values[0], values),
                variables.toArray(Variable[]::new),
                false,
                false,
                "java");
        items.add(() -> consequence);
        var rule = PatternDSL.rule(PACKAGE, "r" + context.number());
        if (tree.when().stream().anyMatch(RuleModel::readsFindings)) {
            rule.attribute(Rule.Attribute.AGENDA_GROUP, SECOND);
        }
        return rule.build(items.toArray(RuleItemBuilder[]::new));
    }

    private static boolean readsFindings(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern.fact().name().equals("Finding");
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream().anyMatch(RuleModel::readsFindings);
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream().anyMatch(RuleModel::readsFindings);
        }
        if (condition instanceof Condition.Not not) {
            return readsFindings(not.part());
        }
        if (condition instanceof Condition.Exists exists) {
            return readsFindings(exists.part());
        }
        if (condition instanceof Condition.Forall forall) {
            return readsFindings(forall.domain())
                    || forall.requirements().stream().anyMatch(RuleModel::readsFindings);
        }
        return readsFindings(((Condition.Accumulate) condition).source());
    }
}

package milepost.rules.engine.condition;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.rules.engine.run.Run;
import milepost.rules.engine.value.Eval;
import milepost.rules.engine.value.FoldFunction;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import org.drools.base.reteoo.BaseTuple;
import org.drools.model.DSL;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.accumulate.AccumulateFunction;
import org.drools.model.view.ViewItem;
import org.drools.model.view.ViewItemBuilder;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of one rule into the engine's, and notes what can be shown as evidence. */
@SuppressWarnings({"unchecked", "rawtypes"})
public final class ConditionModel {
    private final String rule;
    private final RuleNames names;
    private final Constraints constraints;
    private final ThreadLocal<@Nullable Run> running;
    private final Map<Condition, List<EvidenceSource>> evidence = new IdentityHashMap<>();
    private final Map<Condition, Variable<?>> facts = new IdentityHashMap<>();
    private int variables;

    public ConditionModel(Constraints constraints, RuleContext context, RuleNames names) {
        this.rule = "r" + context.number();
        this.names = names;
        this.constraints = constraints;
        this.running = context.running();
    }

    /** What matches of these conditions, which have been made into items, rest on, in their order. */
    public List<EvidenceSource> evidence(List<Condition> conditions) {
        return conditions.stream()
                .flatMap(condition -> evidence.getOrDefault(condition, List.of()).stream())
                .toList();
    }

    public List<RuleItemBuilder<?>> items(List<Condition> conditions) {
        List<RuleItemBuilder<?>> items = new ArrayList<>();
        conditions.forEach(condition -> items.addAll(items(new DaySplit.Still(condition, condition))));
        return items;
    }

    /** Of a condition from which something was cut; its evidence is that of the whole. */
    public List<ViewItemBuilder<?>> items(DaySplit.Still still) {
        List<EvidenceSource> sources = new ArrayList<>();
        evidence.put(still.written(), sources);
        if (still.written() instanceof Condition.Pattern written && still.tried() instanceof Condition.Pattern tried) {
            Variable<?> fact = fact(written, sources);
            facts.put(tried, fact);
            return List.of(pattern(tried, fact));
        }
        return top(still.tried(), sources);
    }

    /** The variable of a pattern that is not given to the engine: whoever runs the rule gives the fact. */
    public Variable<?> given(Condition.Pattern pattern) {
        List<EvidenceSource> sources = new ArrayList<>();
        evidence.put(pattern, sources);
        Variable<?> fact = fact(pattern, sources);
        pattern(pattern, fact);
        return fact;
    }

    /** The variable of a pattern that has been made into items. */
    public Variable<?> fact(Condition.Pattern pattern) {
        return Objects.requireNonNull(facts.get(pattern));
    }

    private Variable<?> fact(Condition.Pattern pattern, List<EvidenceSource> sources) {
        Variable<?> variable = variable(pattern.fact());
        names.visible(variable);
        sources.add(new EvidenceSource.Matched(pattern, variable));
        return variable;
    }

    private List<ViewItemBuilder<?>> top(Condition condition, List<EvidenceSource> sources) {
        if (condition instanceof Condition.All all) {
            return all.parts().stream()
                    .flatMap(part -> top(part, sources).stream())
                    .toList();
        }
        if (condition instanceof Condition.Pattern pattern) {
            return List.of(pattern(pattern, fact(pattern, sources)));
        }
        if (condition instanceof Condition.Accumulate accumulate) {
            return accumulate(accumulate, sources);
        }
        sources.add(new EvidenceSource.Described(condition));
        return List.of(inner(condition));
    }

    private ViewItem<?> inner(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            return pattern(pattern, variable(pattern.fact()));
        }
        if (condition instanceof Condition.All all) {
            List<ViewItem<?>> parts = inner(all.parts());
            return PatternDSL.and(parts.get(0), rest(parts));
        }
        if (condition instanceof Condition.Any any) {
            List<ViewItem<?>> parts = inner(any.parts());
            return PatternDSL.or(parts.get(0), rest(parts));
        }
        if (condition instanceof Condition.Not not) {
            return PatternDSL.not(inner(not.part()));
        }
        if (condition instanceof Condition.Exists exists) {
            return PatternDSL.exists(inner(exists.part()));
        }
        if (condition instanceof Condition.Forall forall) {
            return forall(forall);
        }
        List<ViewItemBuilder<?>> parts = accumulate((Condition.Accumulate) condition, new ArrayList<>());
        return PatternDSL.and(parts.get(0), parts.subList(1, parts.size()).toArray(ViewItemBuilder[]::new));
    }

    private List<ViewItem<?>> inner(List<Condition> parts) {
        List<ViewItem<?>> items = new ArrayList<>();
        parts.forEach(part -> items.add(inner(part)));
        return items;
    }

    private static ViewItemBuilder<?>[] rest(List<ViewItem<?>> parts) {
        return parts.subList(1, parts.size()).toArray(ViewItemBuilder[]::new);
    }

    private PatternDef pattern(Condition.Pattern pattern, Variable<?> variable) {
        PatternDef def = PatternDSL.pattern(variable);
        if (pattern.binding() != null) {
            names.carriedBy(pattern.binding(), variable);
        }
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Bind bind) {
                names.readFrom(bind.binding(), variable, bind.value());
            } else {
                constraints.add(def, variable, ((Condition.Test) item).expr());
            }
        }
        return def;
    }

    /** For all X holds R: there is no X without its R. */
    private ViewItem<?> forall(Condition.Forall forall) {
        Variable<?> domain = variable(forall.domain().fact());
        ViewItem<?> first = pattern(forall.domain(), domain);
        if (forall.requirements().isEmpty()) {
            return PatternDSL.not(first);
        }
        List<ViewItem<?>> required = new ArrayList<>();
        forall.requirements().forEach(r -> required.add(pattern(r, variable(r.fact()))));
        ViewItem<?> all = required.size() == 1 ? required.get(0) : PatternDSL.and(required.get(0), rest(required));
        return PatternDSL.not(PatternDSL.and(first, PatternDSL.not(all)));
    }

    private List<ViewItemBuilder<?>> accumulate(Condition.Accumulate accumulate, List<EvidenceSource> sources) {
        Source source = source(accumulate.source());
        List<AccumulateFunction> functions = new ArrayList<>();
        List<Variable<?>> results = new ArrayList<>();
        for (Condition.Fold fold : accumulate.folds()) {
            Variable<?> result = DSL.declarationOf(Object.class, rule + "_r" + variables++);
            names.carriedBy(fold.result(), result);
            functions.add(function(source, fold).as(result));
            results.add(result);
            names.visible(result);
            sources.add(new EvidenceSource.Folded(fold, result));
        }
        List<ViewItemBuilder<?>> items = new ArrayList<>();
        items.add(PatternDSL.accumulate(
                source.item(),
                functions.get(0),
                functions.subList(1, functions.size()).toArray(AccumulateFunction[]::new)));
        for (Condition.Test test : accumulate.tests()) {
            PatternDef def = PatternDSL.pattern((Variable) results.get(0));
            constraints.add(def, results.get(0), test.expr());
            items.add(def);
        }
        return items;
    }

    /** What an accumulate runs over, and the facts whose values its functions can use. */
    private record Source(ViewItem<?> item, List<Variable<?>> variables) {}

    private Source source(Condition condition) {
        List<ViewItem<?>> items = new ArrayList<>();
        List<Variable<?>> facts = new ArrayList<>();
        for (Condition part : condition instanceof Condition.All all ? all.parts() : List.of(condition)) {
            ViewItem<?> item = inner(part);
            items.add(item);
            if (item instanceof PatternDef pattern) {
                facts.add(pattern.getFirstVariable());
            }
        }
        return new Source(items.size() == 1 ? items.get(0) : PatternDSL.and(items.get(0), rest(items)), facts);
    }

    /** Over one pattern a function is handed the fact, over several the tuple of all that have been joined. */
    private AccumulateFunction function(Source source, Condition.Fold fold) {
        if (fold.argument() == null) {
            return DSL.accFunction(() -> new FoldFunction(fold.function(), fact -> fact, running));
        }
        Variable<?> fact = names.carrier(((Expr.Variable) fold.argument()).binding());
        int place = source.variables().indexOf(fact);
        if (place < 0) {
            throw new IllegalStateException("an accumulate works on names given inside it");
        }
        Eval value = constraints.guarded(names.view(fact).compile(fold.argument()));
        int fromEnd = source.variables().size() - place;
        boolean one = source.item() instanceof PatternDef;
        return DSL.accFunction(() -> new FoldFunction(
                fold.function(), of -> value.on(one ? of : joined((BaseTuple) of, fromEnd), Eval.NOTHING), running));
    }

    private static Object joined(BaseTuple tuple, int fromEnd) {
        Object[] facts = tuple.toObjects();
        return facts[facts.length - fromEnd];
    }

    private Variable<?> variable(FactType fact) {
        return DSL.declarationOf(fact.javaType(), rule + "_v" + variables++);
    }
}

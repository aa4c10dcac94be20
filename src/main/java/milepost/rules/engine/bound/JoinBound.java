package milepost.rules.engine.bound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import milepost.facts.Finding;
import milepost.rules.engine.condition.Arrangement;
import milepost.rules.engine.run.Numbers;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.language.Condition;
import milepost.rules.language.RuleTree;
import org.drools.model.DSL;
import org.drools.model.Variable;

/**
 * Reckons from the facts there are how many combinations of them a rule can come to hold, before it runs: the engine joins facts
 * in loops of its own, which nothing could stop.
 *
 * <p>A pattern multiplies the combinations before it by the facts that pass its own tests or, tied by an equality, by those that
 * share the most frequent value. Where a pattern has another test against earlier facts the combinations are counted on but not
 * refused: each of them is a step there, and steps have a limit of their own.
 */
public final class JoinBound {

    /** One condition: from the combinations before it to those after it. */
    private interface Stage {
        long after(long before, Reckoning reckoning);
    }

    private final String rule;
    private final RuleNames names = new RuleNames();
    private final List<Stage> stages;
    private final List<JoinPart> parts = new ArrayList<>();
    private int variables;

    public JoinBound(RuleTree tree) {
        this(tree.info().key(), Arrangement.of(tree.when()));
    }

    /** For the conditions of a rule in the order in which they are tried. */
    public JoinBound(String rule, List<Condition> arranged) {
        this.rule = rule;
        this.stages = stages(arranged);
    }

    public String rule() {
        return rule;
    }

    /** What the rule asks of findings. */
    public List<JoinPart> ofFindings() {
        return parts.stream().filter(part -> part.fact() == Finding.class).toList();
    }

    /** Why the rule should not run over these facts. */
    public Optional<String> findExcess(FactCounts facts, long most) {
        List<Factor> excess = List.of();
        for (Depth depth : Depth.values()) {
            Reckoning reckoning = new Reckoning(facts, most, depth);
            through(stages, 1, reckoning);
            excess = reckoning.excess;
            if (excess.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(
                "Over its budget: " + excess.stream().map(Factor::text).collect(Collectors.joining(" x "))
                        + " can make more than " + Numbers.of(most)
                        + " combinations; tie the facts to one another with == on keys, or ask for fewer of them.");
    }

    /** How closely is looked: each is cheaper than the next and never finds fewer combinations. */
    private enum Depth {
        ALL_FACTS,
        TIED_FACTS,
        TIED_FACTS_THAT_PASS
    }

    /** A pattern and by how much it multiplies. */
    private record Factor(String pattern, long times) {
        String text() {
            return pattern + " (" + Numbers.of(times) + ")";
        }
    }

    /** One pass over the conditions. */
    private static final class Reckoning {
        private final FactCounts facts;
        private final long most;
        private final Depth depth;
        private final List<Factor> patterns = new ArrayList<>();
        private List<Factor> excess = List.of();

        Reckoning(FactCounts facts, long most, Depth depth) {
            this.facts = facts;
            this.most = most;
            this.depth = depth;
        }

        long pattern(JoinPart part, long before) {
            long factor = part.fact() == Finding.class ? part.findings(facts) : factor(part);
            long after = before > Long.MAX_VALUE / Math.max(1, factor) ? Long.MAX_VALUE : before * factor;
            if (factor != 1) {
                patterns.add(new Factor(part.name(), factor));
            }
            if (after > most && !part.tried() && excess.isEmpty()) {
                excess = List.copyOf(patterns);
            }
            return after;
        }

        private long factor(JoinPart part) {
            return switch (depth) {
                case ALL_FACTS -> facts.of(part.fact()).size();
                case TIED_FACTS -> part.roughly(facts);
                case TIED_FACTS_THAT_PASS -> part.exactly(facts);
            };
        }

        void back(int size) {
            patterns.subList(size, patterns.size()).clear();
        }
    }

    private static long through(List<Stage> stages, long before, Reckoning reckoning) {
        long combinations = before;
        for (Stage stage : stages) {
            combinations = stage.after(combinations, reckoning);
        }
        return combinations;
    }

    private List<Stage> stages(List<? extends Condition> conditions) {
        List<Stage> made = new ArrayList<>();
        conditions.forEach(condition -> made.add(stage(condition)));
        return made;
    }

    private Stage stage(Condition condition) {
        if (condition instanceof Condition.Pattern pattern) {
            JoinPart part = part(pattern);
            return (before, reckoning) -> reckoning.pattern(part, before);
        }
        if (condition instanceof Condition.All all) {
            List<Stage> parts = stages(all.parts());
            return (before, reckoning) -> through(parts, before, reckoning);
        }
        if (condition instanceof Condition.Any any) {
            return any(stages(any.parts()));
        }
        if (condition instanceof Condition.Not not) {
            return found(not.part());
        }
        if (condition instanceof Condition.Exists exists) {
            return found(exists.part());
        }
        if (condition instanceof Condition.Forall forall) {
            List<Stage> all = new ArrayList<>(List.of(stage(forall.domain())));
            all.addAll(stages(forall.requirements()));
            return inside(all);
        }
        Condition.Accumulate accumulate = (Condition.Accumulate) condition;
        Stage source = inside(List.of(stage(accumulate.source())));
        for (Condition.Fold fold : accumulate.folds()) {
            names.carriedBy(fold.result(), variable(Object.class));
        }
        return source;
    }

    private static Stage any(List<Stage> parts) {
        return (before, reckoning) -> {
            long sum = 0;
            int size = reckoning.patterns.size();
            for (Stage part : parts) {
                long after = part.after(before, reckoning);
                sum = sum > Long.MAX_VALUE - after ? Long.MAX_VALUE : sum + after;
                reckoning.back(size);
            }
            return sum;
        };
    }

    /** For one pattern the engine looks no further than the first fact that fits. */
    private Stage found(Condition part) {
        Stage stage = stage(part);
        return part instanceof Condition.Pattern ? (before, reckoning) -> before : inside(List.of(stage));
    }

    /** What stands inside is tried for each combination around it, and adds none. */
    private static Stage inside(List<Stage> parts) {
        return (before, reckoning) -> {
            int size = reckoning.patterns.size();
            through(parts, before, reckoning);
            reckoning.back(size);
            return before;
        };
    }

    private JoinPart part(Condition.Pattern pattern) {
        Variable<?> variable = variable(pattern.fact().javaType());
        if (pattern.binding() != null) {
            names.carriedBy(pattern.binding(), variable);
        }
        JoinPart.Builder part = new JoinPart.Builder(pattern.fact(), names, variable);
        for (Condition.Item item : pattern.items()) {
            if (item instanceof Condition.Bind bind) {
                names.readFrom(bind.binding(), variable, bind.value());
            } else {
                part.test(((Condition.Test) item).expr());
            }
        }
        JoinPart made = part.part();
        parts.add(made);
        return made;
    }

    private Variable<?> variable(Class<?> type) {
        return DSL.declarationOf(type, "b" + variables++);
    }
}

package milepost.rules.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.Evidence;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/** Reads from one match the facts and values that made it true, as the rule's own tree names them. */
final class EvidenceReader {

    /** Adds the evidence of one source. */
    private interface Step {
        void add(@Nullable Object[] outer, List<Evidence> to);
    }

    private final List<Step> steps = new ArrayList<>();

    EvidenceReader(RuleTree tree, List<EvidenceSource> sources, RuleNames.View view) {
        FieldsRead fields = new FieldsRead(tree);
        for (EvidenceSource source : sources) {
            if (source instanceof EvidenceSource.Matched matched) {
                steps.add(matched(matched, fields.of(matched.pattern()), view));
            } else if (source instanceof EvidenceSource.Folded folded) {
                steps.add(folded(folded, view));
            } else {
                described(((EvidenceSource.Described) source).condition(), "none", view);
            }
        }
    }

    List<Evidence> read(@Nullable Object[] outer) {
        List<Evidence> evidence = new ArrayList<>();
        steps.forEach(step -> step.add(outer, evidence));
        return evidence;
    }

    private static Step matched(EvidenceSource.Matched matched, Set<FactType.Property> fields, RuleNames.View view) {
        String name = matched.pattern().fact().name();
        Eval fact = view.of(matched.variable());
        List<FactType.Property> properties = List.copyOf(fields);
        return (outer, to) -> {
            Object of = fact.on(null, outer);
            if (of == null) {
                return;
            }
            String key = FactKeys.key(of);
            for (FactType.Property property : properties) {
                to.add(new Evidence(
                        name,
                        key,
                        property.name(),
                        Values.text(property.reader().apply(of))));
            }
        };
    }

    private static Step folded(EvidenceSource.Folded folded, RuleNames.View view) {
        Eval result = view.of(folded.variable());
        String function = folded.fold()
                .function()
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', ' ');
        return (outer, to) -> to.add(new Evidence(
                "accumulate",
                null,
                function + " " + folded.fold().result().name(),
                Values.text(result.on(null, outer))));
    }

    /** An absence is shown by what was looked for, with the values known at that moment. */
    private void described(Condition condition, String found, RuleNames.View view) {
        if (condition instanceof Condition.Not not) {
            described(not.part(), "none", view);
        } else if (condition instanceof Condition.Exists exists) {
            described(exists.part(), "present", view);
        } else if (condition instanceof Condition.All all) {
            all.parts().forEach(part -> described(part, found, view));
        } else if (condition instanceof Condition.Any any) {
            any.parts().forEach(part -> described(part, "one of these", view));
        } else if (condition instanceof Condition.Forall forall) {
            described(forall.domain(), "all", view);
        } else if (condition instanceof Condition.Pattern pattern) {
            Map<Binding, Eval> known = known(pattern, view);
            String value = found.equals("none") ? null : found;
            steps.add((outer, to) -> {
                String text = new ExprText(binding -> {
                            Eval eval = known.get(binding);
                            return eval == null ? null : Values.text(eval.on(null, outer));
                        })
                        .of(pattern);
                to.add(new Evidence(pattern.fact().name(), null, text, value));
            });
        }
    }

    /** The names of the pattern whose values the match carries. */
    private static Map<Binding, Eval> known(Condition.Pattern pattern, RuleNames.View view) {
        Map<Binding, Eval> known = new LinkedHashMap<>();
        for (Binding binding : FieldsRead.names(pattern)) {
            if (view.carries(binding)) {
                known.put(binding, view.compile(new Expr.Variable(binding, binding.span())));
            }
        }
        return known;
    }
}

package milepost.rules.engine.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import milepost.facts.Evidence;
import milepost.rules.engine.condition.EvidenceSource;
import milepost.rules.engine.condition.FieldsRead;
import milepost.rules.engine.value.Eval;
import milepost.rules.engine.value.ExprText;
import milepost.rules.engine.value.FactKeys;
import milepost.rules.engine.value.RuleNames;
import milepost.rules.engine.value.Values;
import milepost.rules.language.Binding;
import milepost.rules.language.Condition;
import milepost.rules.language.Expr;
import milepost.rules.language.FactType;
import milepost.rules.language.RuleTree;
import org.jspecify.annotations.Nullable;

/** Reads from one match the facts and values that made it true, as the rule's own tree names them. */
public final class EvidenceReader {

    /** Reads the evidence of one source. */
    private interface Step {
        /** Writes to the array from a place on and answers the place after it. */
        int read(@Nullable Object[] outer, Evidence[] to, int place);
    }

    private final List<Step> steps = new ArrayList<>();
    private final int most;

    EvidenceReader(RuleTree tree, List<EvidenceSource> sources, RuleNames.View view) {
        FieldsRead fields = new FieldsRead(tree);
        int count = 0;
        for (EvidenceSource source : sources) {
            if (source instanceof EvidenceSource.Matched matched) {
                Set<FactType.Property> read = fields.of(matched.pattern());
                steps.add(matched(matched, read, view));
                count += read.size();
            } else if (source instanceof EvidenceSource.Folded folded) {
                steps.add(folded(folded, view));
                count++;
            } else {
                count += described(((EvidenceSource.Described) source).condition(), "none", view);
            }
        }
        this.most = count;
    }

    List<Evidence> read(@Nullable Object[] outer) {
        Evidence[] evidence = new Evidence[most];
        int place = 0;
        for (Step step : steps) {
            place = step.read(outer, evidence, place);
        }
        return List.of(place == most ? evidence : Arrays.copyOf(evidence, place));
    }

    private static Step matched(EvidenceSource.Matched matched, Set<FactType.Property> fields, RuleNames.View view) {
        String name = matched.pattern().fact().name();
        Function<Object, @Nullable String> keys =
                FactKeys.of(matched.pattern().fact().javaType());
        Eval fact = view.of(matched.variable());
        FactType.Property[] properties = fields.toArray(FactType.Property[]::new);
        return (outer, to, place) -> {
            Object of = fact.on(null, outer);
            if (of == null) {
                return place;
            }
            int next = place;
            String key = keys.apply(of);
            for (FactType.Property property : properties) {
                Object value = property.reader().apply(of);
                to[next++] = new Evidence(name, key, property.name(), Values.text(value));
            }
            return next;
        };
    }

    private static Step folded(EvidenceSource.Folded folded, RuleNames.View view) {
        Eval result = view.of(folded.variable());
        String function = folded.fold()
                .function()
                .name()
                .toLowerCase(java.util.Locale.ROOT)
                .replace('_', ' ');
        String field = function + " " + folded.fold().result().name();
        return (outer, to, place) -> {
            to[place] = new Evidence("accumulate", null, field, Values.text(result.on(null, outer)));
            return place + 1;
        };
    }

    /** An absence is shown by what was looked for, with the values known at that moment; answers how many there are. */
    private int described(Condition condition, String found, RuleNames.View view) {
        if (condition instanceof Condition.Not not) {
            return described(not.part(), "none", view);
        }
        if (condition instanceof Condition.Exists exists) {
            return described(exists.part(), "present", view);
        }
        if (condition instanceof Condition.All all) {
            return all.parts().stream()
                    .mapToInt(part -> described(part, found, view))
                    .sum();
        }
        if (condition instanceof Condition.Any any) {
            return any.parts().stream()
                    .mapToInt(part -> described(part, "one of these", view))
                    .sum();
        }
        if (condition instanceof Condition.Forall forall) {
            return described(forall.domain(), "all", view);
        }
        if (condition instanceof Condition.Pattern pattern) {
            steps.add(lookedFor(pattern, found.equals("none") ? null : found, view));
            return 1;
        }
        return 0;
    }

    private static Step lookedFor(Condition.Pattern pattern, @Nullable String found, RuleNames.View view) {
        Map<Binding, Eval> known = known(pattern, view);
        String name = pattern.fact().name();
        if (known.isEmpty()) {
            Evidence same = new Evidence(name, null, ExprText.of(pattern), found);
            return (outer, to, place) -> {
                to[place] = same;
                return place + 1;
            };
        }
        List<ExprText.Piece> pieces = ExprText.pieces(pattern);
        return (outer, to, place) -> {
            StringBuilder text = new StringBuilder(64);
            for (ExprText.Piece piece : pieces) {
                Eval eval = piece.name() == null ? null : known.get(piece.name());
                String value = eval == null ? null : Values.text(eval.on(null, outer));
                text.append(value == null ? piece.text() : value);
            }
            to[place] = new Evidence(name, null, text.toString(), found);
            return place + 1;
        };
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

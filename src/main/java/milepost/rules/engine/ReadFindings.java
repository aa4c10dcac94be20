package milepost.rules.engine;

import java.util.List;
import java.util.Set;
import milepost.facts.Finding;
import milepost.rules.engine.bound.JoinBound;
import milepost.rules.engine.bound.JoinPart;
import milepost.rules.engine.condition.Conditions;
import milepost.rules.engine.condition.FieldsRead;
import milepost.rules.language.Expr;
import milepost.rules.language.RuleTree;
import milepost.rules.language.Type;

/** What the rules that read findings want of them: most findings are of no interest to any rule and need not become facts. */
final class ReadFindings {
    private static final Set<String> PLAIN = Set.of("rule", "kind", "subject", "severity");

    private final List<JoinPart> parts;
    private final boolean all;
    private final boolean texts;

    /**
     * Reads the rules.
     *
     * @param all whether every finding is to be a fact, because every test is watched
     */
    ReadFindings(List<RuleTree> rules, List<JoinBound> bounds, boolean all) {
        this.parts =
                bounds.stream().flatMap(bound -> bound.ofFindings().stream()).toList();
        this.all = all;
        this.texts = rules.stream().anyMatch(ReadFindings::readsTexts);
    }

    /** Whether a rule reads more of a finding than what it is about and how severe it is. */
    boolean readsTexts() {
        return texts;
    }

    public boolean reads(Finding finding) {
        for (JoinPart part : parts) {
            if (part.passes(finding)) {
                return true;
            }
        }
        return all;
    }

    /** Whether no rule can tell two findings of one rule about one subject apart. */
    boolean same(Finding one, Finding other) {
        return one == other
                || one.severity() == other.severity()
                        && (!texts
                                || one.message().equals(other.message())
                                        && one.evidence().equals(other.evidence()));
    }

    private static boolean readsTexts(RuleTree rule) {
        boolean[] found = new boolean[1];
        rule.when().forEach(condition -> Conditions.expressions(condition, expr -> found[0] |= readsTexts(expr)));
        return found[0] || FieldsRead.consequences(rule).stream().anyMatch(ReadFindings::readsTexts);
    }

    private static boolean readsTexts(Expr expr) {
        if (expr instanceof Expr.Read read && PLAIN.contains(read.property().name()) && isFinding(read.target())) {
            return false;
        }
        return isFinding(expr) || expr.parts().stream().anyMatch(ReadFindings::readsTexts);
    }

    private static boolean isFinding(Expr expr) {
        return expr.type() instanceof Type.Thing thing && thing.fact().javaType() == Finding.class;
    }
}

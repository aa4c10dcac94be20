package milepost.rules.engine.condition;

import milepost.rules.language.Condition;
import org.drools.model.Variable;

/** Something a match rests on. */
public sealed interface EvidenceSource {

    /** A fact that was matched. */
    record Matched(Condition.Pattern pattern, Variable<?> variable) implements EvidenceSource {}

    /** The result of an accumulate. */
    record Folded(Condition.Fold fold, Variable<?> variable) implements EvidenceSource {}

    /** A condition without a fact of its own: an absence, an existence, an alternative. */
    record Described(Condition condition) implements EvidenceSource {}
}

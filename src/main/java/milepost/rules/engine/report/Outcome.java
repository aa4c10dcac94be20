package milepost.rules.engine.report;

import java.util.List;
import java.util.Set;
import milepost.facts.Finding;
import milepost.rules.engine.run.RuleFailure;

/** The result of one evaluation. */
public sealed interface Outcome {

    /** The same without what these rules found. */
    Outcome without(Set<String> rules);

    /**
     * The rules ran.
     *
     * @param findings ordered by rule key, then subject kind and key, then message
     * @param setAside rules that failed; nothing is known of what they would have found
     */
    record Complete(List<Finding> findings, List<RuleFailure> setAside) implements Outcome {
        public Complete {
            findings = List.copyOf(findings);
            setAside = List.copyOf(setAside);
        }

        @Override
        public Outcome without(Set<String> rules) {
            return rules.isEmpty()
                    ? this
                    : new Complete(
                            findings.stream()
                                    .filter(f -> !rules.contains(f.rule()))
                                    .toList(),
                            setAside);
        }
    }

    /** No rule could be evaluated; this is not an all-clear. */
    record Failed(String reason) implements Outcome {
        @Override
        public Outcome without(Set<String> rules) {
            return this;
        }
    }
}

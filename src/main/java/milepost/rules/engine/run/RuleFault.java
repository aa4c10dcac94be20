package milepost.rules.engine.run;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A rule failed while the engine was running it, or several that share the test that failed. */
public final class RuleFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> rules;
    private final boolean shared;

    public RuleFault(Set<String> rules, RuntimeException cause) {
        super(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        this.rules = rules;
        this.shared = false;
    }

    public RuleFault(String rule, String message) {
        super(message);
        this.rules = Set.of(rule);
        this.shared = false;
    }

    /** The rules together used up what all rules have in common. */
    public RuleFault(Set<String> rules, String message) {
        super(message);
        this.rules = rules;
        this.shared = true;
    }

    /** Whether a whole run was lost to it: the time or the memory of all rules was gone. */
    public boolean shared() {
        return shared;
    }

    /** Whether it asked for too much, which takes long, and not only for what is not there. */
    public boolean overBudget() {
        return getCause() == null;
    }

    /** The rules to be set aside for it, each with the reason. */
    public Map<String, RuleFailure> failures() {
        return rules.stream()
                .collect(Collectors.toMap(rule -> rule, rule -> new RuleFailure(rule, String.valueOf(getMessage()))));
    }
}

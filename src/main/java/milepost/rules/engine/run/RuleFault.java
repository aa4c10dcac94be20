package milepost.rules.engine.run;

import java.util.Set;

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

    public Set<String> rules() {
        return rules;
    }
}

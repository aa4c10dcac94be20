package milepost.rules.engine;

import java.util.Set;

/** A rule failed while the engine was running it, or several that share the test that failed. */
final class RuleFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Set<String> rules;

    RuleFault(Set<String> rules, RuntimeException cause) {
        super(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        this.rules = rules;
    }

    RuleFault(String rule, String message) {
        super(message);
        this.rules = Set.of(rule);
    }

    Set<String> rules() {
        return rules;
    }
}

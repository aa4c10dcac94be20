package milepost.rules.engine;

/** A rule failed while the engine was running it. */
final class RuleFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String rule;

    RuleFault(String rule, RuntimeException cause) {
        super(cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage()), cause);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}

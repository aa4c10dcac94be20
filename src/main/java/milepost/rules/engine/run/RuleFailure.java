package milepost.rules.engine.run;

/** A rule that was set aside during an evaluation, and why. Its flags stand as they are. */
public record RuleFailure(String rule, String reason) {}

package milepost.rules.language;

import java.util.List;

/** One rule, parsed and checked: the only form in which the rest of the program knows it. */
public record RuleTree(RuleInfo info, List<Condition> when, List<Statement> then, Span span) {
    public RuleTree {
        when = List.copyOf(when);
        then = List.copyOf(then);
    }
}

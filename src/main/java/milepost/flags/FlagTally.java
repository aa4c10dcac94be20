package milepost.flags;

import milepost.facts.Severity;

/** How many flags agree in all of these; every count on a page is a sum of some of them. */
public record FlagTally(String roadmap, String rule, Severity severity, FlagState state, Triage triage, int count) {

    /** The folder of the rule, such as {@code schedule}. */
    public String folder() {
        return rule.substring(0, Math.max(0, rule.indexOf('/')));
    }
}

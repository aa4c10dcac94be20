package milepost.flags.decision;

import milepost.facts.Severity;

/**
 * Someone who decides about flags.
 *
 * @param name as in the record of changes
 * @param limit the worst severity that they may accept, call false or make less
 */
public record Decider(String name, Severity limit) {

    public boolean mayWaive(Severity severity) {
        return severity.compareTo(limit) <= 0;
    }
}

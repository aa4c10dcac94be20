package milepost.flags;

import milepost.facts.Severity;

/**
 * Someone who decides about flags.
 *
 * @param name as in the record of changes
 * @param limit the worst severity that they may accept, call false or make less
 */
public record Decider(String name, Severity limit) {

    boolean mayWaive(Severity severity) {
        return severity.compareTo(limit) <= 0;
    }
}

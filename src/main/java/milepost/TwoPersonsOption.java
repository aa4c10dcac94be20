package milepost;

import picocli.CommandLine.Option;

/** Whether rules are published by someone else than their writer. */
final class TwoPersonsOption {
    @Option(
            names = "--two-persons",
            defaultValue = "${env:MILEPOST_TWO_PERSONS:-false}",
            description = "Rules are published by someone else than their writer. Also MILEPOST_TWO_PERSONS=true.")
    private boolean twoPersons;

    boolean demanded() {
        return twoPersons;
    }
}

package milepost.rules.cases;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Snapshot;

/**
 * An example: facts, a day, and what the rule must report then.
 *
 * @param rule key of the rule
 * @param name what the example shows; unique in its file
 * @param expect the findings, all of them; empty when the rule must be silent
 * @param path the file it stands in, relative to the rules folder
 * @param line line of its beginning in that file, from 1
 */
public record RuleCase(
        String rule, String name, LocalDate asOf, Snapshot given, List<Expected> expect, String path, int line) {

    public RuleCase {
        expect = List.copyOf(expect);
    }
}

package milepost.rules.cases;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Finding;
import milepost.facts.Snapshot;
import milepost.rules.Ruleset;
import milepost.rules.engine.report.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * An example: facts, a day, and what the rule must report then.
 *
 * @param rule key of the rule
 * @param name what the example shows; unique in its file
 * @param found what other rules found, for a rule that reads findings; null where they are to be asked
 * @param expect the findings, all of them; empty when the rule must be silent
 * @param path the file it stands in, relative to the rules folder
 * @param line line of its beginning in that file, from 1
 */
public record RuleCase(
        String rule,
        String name,
        LocalDate asOf,
        Snapshot given,
        @Nullable List<Finding> found,
        List<Expected> expect,
        String path,
        int line) {

    public RuleCase {
        found = found == null ? null : List.copyOf(found);
        expect = List.copyOf(expect);
    }

    /** What these rules find on its facts. */
    Outcome on(Ruleset rules) {
        return found == null ? rules.evaluate(given, asOf) : rules.evaluate(given, asOf, found);
    }
}

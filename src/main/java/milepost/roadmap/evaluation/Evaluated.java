package milepost.roadmap.evaluation;

import java.time.LocalDate;
import java.util.List;
import milepost.roadmap.fact.FactJson;
import milepost.rules.engine.run.RuleFailure;
import tools.jackson.core.type.TypeReference;

/**
 * How far the evaluation of a roadmap has come.
 *
 * @param on the day it was evaluated for
 * @param ruleset version of the rules
 * @param setAside rules that failed then
 */
public record Evaluated(LocalDate on, String ruleset, List<RuleFailure> setAside) {
    public Evaluated {
        setAside = List.copyOf(setAside);
    }

    static Evaluated of(String on, String ruleset, String setAside) {
        List<RuleFailure> failures = FactJson.mapper().readValue(setAside, new TypeReference<List<RuleFailure>>() {});
        return new Evaluated(LocalDate.parse(on), ruleset, failures);
    }

    String setAsideText() {
        return FactJson.mapper().writeValueAsString(setAside);
    }
}

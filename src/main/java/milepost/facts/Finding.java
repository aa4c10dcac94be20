package milepost.facts;

import java.util.List;

/**
 * What one rule reports about one subject in one evaluation.
 *
 * @param rule key of the rule
 * @param kind what it is about
 * @param subject key of what it is about
 * @param evidence the facts and values that made it true, in the order of the rule's conditions
 */
public record Finding(
        String rule, SubjectKind kind, String subject, Severity severity, String message, List<Evidence> evidence) {

    public Finding {
        evidence = List.copyOf(evidence);
    }
}

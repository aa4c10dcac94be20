package milepost.rules.cases;

import milepost.facts.Finding;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One finding that a case expects.
 *
 * @param subject key of the milestone, the indicator or the roadmap
 * @param severity null when any will do
 * @param message null when any will do
 */
public record Expected(
        String subject,
        @Nullable Severity severity,
        @Nullable String message) {

    boolean meets(Finding finding) {
        return subject.equals(finding.subject())
                && (severity == null || severity == finding.severity())
                && (message == null || message.equals(finding.message()));
    }

    @Override
    public String toString() {
        return subject + (severity == null ? "" : " " + severity) + (message == null ? "" : " \"" + message + "\"");
    }
}

package milepost.web.happened;

import java.util.Optional;
import milepost.flags.decision.Decision;
import milepost.flags.life.FlagEvent;
import milepost.web.layout.Words;

/** What a person did about a flag, in a few words. */
final class Acts {
    private Acts() {}

    /** Empty for what no person did. */
    static Optional<String> told(FlagEvent event) {
        Decision decision = event.decision();
        return switch (event.event()) {
            case TRIAGED -> decision == null ? Optional.empty() : Optional.of(decided(decision));
            case UNDONE -> Optional.of("decision taken back");
            case ASSIGNED -> Optional.of(event.detail() == null ? "given to nobody" : "assigned to " + event.detail());
            case RATED ->
                Optional.of(
                        event.detail() == null
                                ? "severity as the rule says"
                                : "severity set to " + Words.severity(event.severity()));
            case COMMENTED -> Optional.of("commented");
            default -> Optional.empty();
        };
    }

    private static String decided(Decision decision) {
        return switch (decision.triage()) {
            case UNTRIAGED -> "opened again";
            case ACKNOWLEDGED -> "acknowledged";
            case ACCEPTED -> "accepted" + (decision.until() == null ? "" : " until " + Words.day(decision.until()));
            case FALSE_POSITIVE -> "called a false positive";
        };
    }
}

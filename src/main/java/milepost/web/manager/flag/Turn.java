package milepost.web.manager.flag;

import java.time.ZoneId;
import milepost.facts.Severity;
import milepost.flags.decision.Decision;
import milepost.flags.life.FlagEvent;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * One transition of a flag in words.
 *
 * @param href where its cause can be read, null where there is nothing more to read
 * @param said what somebody wrote, as they wrote it; null when nobody did
 */
public record Turn(
        String at,
        String what,
        String cause,
        @Nullable String href,
        String message,
        Severity severity,
        @Nullable String said) {

    static Turn of(FlagEvent event, Causes causes, ZoneId zone) {
        Causes.Told cause = causes.of(event);
        return new Turn(
                Words.time(event.at(), zone),
                what(event),
                cause.text(),
                cause.href(),
                event.message(),
                event.severity(),
                event.event() == FlagEvent.Kind.COMMENTED ? event.detail() : null);
    }

    static String what(FlagEvent event) {
        Decision decision = event.decision();
        return switch (event.event()) {
            case TRIAGED -> decision == null ? "Decided" : decided(decision);
            case UNDONE -> "Taken back" + (decision == null ? "" : ", now " + now(decision));
            case ASSIGNED -> event.detail() == null ? "Given to nobody" : "Assigned to " + event.detail();
            case RATED ->
                event.detail() == null
                        ? "Severity as the rule says"
                        : "Severity set to " + Words.severity(event.severity()) + ": " + event.detail();
            case COMMENTED -> "Comment";
            case SHADOWED -> "Found by a rule in shadow";
            case SHADOW_CLEARED -> "No longer found by a rule in shadow";
            case RENAMED -> "Its rule was called " + event.detail() + " until then";
            case LOOKED_AT, PENDING, RAISED, REOPENED, REWORDED, ESCALATED, EASED, RESOLVED, RETURNED ->
                Words.sentence(event.event().name());
        };
    }

    private static String decided(Decision decision) {
        String reason = decision.reason() == null ? "" : ": " + decision.reason();
        return switch (decision.triage()) {
            case UNTRIAGED -> "Opened again" + reason;
            case ACKNOWLEDGED -> "Acknowledged" + reason;
            case ACCEPTED -> "Accepted" + until(decision) + reason;
            case FALSE_POSITIVE -> "Called a false positive" + reason;
        };
    }

    private static String now(Decision decision) {
        return switch (decision.triage()) {
            case UNTRIAGED -> "open";
            case ACKNOWLEDGED -> "acknowledged";
            case ACCEPTED -> "accepted" + until(decision);
            case FALSE_POSITIVE -> "a false positive";
        };
    }

    private static String until(Decision decision) {
        return decision.until() == null ? "" : " until " + Words.day(decision.until());
    }
}

package milepost.web.manager.flags;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.facts.Severity;
import milepost.flags.Cause;
import milepost.flags.Decision;
import milepost.flags.Flag;
import milepost.flags.FlagEvent;
import milepost.flags.FlagState;
import milepost.roadmap.Change;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Why;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** What the page of a flag prints. */
public record FlagView(
        Flag flag,
        Why why,
        String roadmap,
        String roadmapHref,
        String subject,
        String subjectHref,
        String state,
        String since,
        String raised,
        @Nullable String resolved,
        List<Moment> history,
        DecisionForm form,
        String latest,
        List<Clear> clears) {

    /** One transition in words. */
    public record Moment(String at, String what, String cause, String message, Severity severity) {}

    static FlagView of(
            Flag flag,
            Why why,
            List<FlagEvent> events,
            Map<String, Change> changes,
            Subjects subjects,
            DecisionForm form,
            List<Clear> clears) {
        ZoneId zone = subjects.zone(flag);
        return new FlagView(
                flag,
                why,
                subjects.roadmap(flag.roadmap()),
                Links.roadmap(flag.roadmap()),
                subjects.name(flag),
                Links.subject(flag),
                Words.state(flag),
                Words.day(flag.since()),
                Words.time(flag.raisedAt(), zone),
                flag.resolvedAt() == null ? null : Words.time(flag.resolvedAt(), zone),
                events.stream()
                        .map(e -> new Moment(
                                Words.time(e.at(), zone),
                                what(e),
                                cause(e.cause(), changes),
                                e.message(),
                                e.severity()))
                        .toList(),
                form,
                Decision.latest(subjects.today(flag)).toString(),
                clears);
    }

    /** Who may decide: managers, as long as there is something to decide about. */
    public boolean open(@Nullable Visitor visitor) {
        return visitor != null
                && visitor.person().role().covers(Role.MANAGER)
                && !flag.shadow()
                && (flag.state() != FlagState.RESOLVED || form.problem() != null);
    }

    /** Whether any of what clears the flag can be tried on a form. */
    public boolean canTry() {
        return clears.stream().anyMatch(clear -> clear.href() != null);
    }

    private static String what(FlagEvent event) {
        Decision decision = event.decision();
        if (decision == null) {
            return switch (event.event()) {
                case SHADOWED -> "Found by a rule in shadow";
                case SHADOW_CLEARED -> "No longer found by a rule in shadow";
                default -> Words.sentence(event.event().name());
            };
        }
        String reason = decision.reason() == null ? "" : ": " + decision.reason();
        return switch (decision.triage()) {
            case UNTRIAGED -> "Opened again" + reason;
            case ACKNOWLEDGED -> "Acknowledged" + reason;
            case ACCEPTED -> "Accepted until " + (decision.until() == null ? "" : Words.day(decision.until())) + reason;
            case FALSE_POSITIVE -> "Called a false positive" + reason;
        };
    }

    private static String cause(Cause cause, Map<String, Change> changes) {
        String ref = cause.ref() == null ? "" : cause.ref();
        return switch (cause.kind()) {
            case EDIT -> edit(ref, changes.get(ref));
            case CLOCK -> "The day changed" + after(ref);
            case RULES -> "The rules changed" + after(ref.isEmpty() ? ref : "ruleset " + ref);
            case IMPORT -> "Import" + after(ref.isEmpty() ? ref : "change " + ref);
            case EXPIRY -> "The acceptance ended" + after(ref);
            case PERSON -> "Act" + (ref.isEmpty() ? "" : " of " + ref);
        };
    }

    private static String edit(String ref, @Nullable Change change) {
        if (change == null) {
            return "Edit, change " + ref;
        }
        String reason = change.reason() == null ? "" : ": " + change.reason();
        return "Edit by " + change.actor() + ", change " + ref + reason;
    }

    private static String after(String ref) {
        return ref.isEmpty() ? "" : ", " + ref;
    }
}

package milepost.web.manager.flags;

import java.time.ZoneId;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Severity;
import milepost.flags.Decision;
import milepost.flags.Flag;
import milepost.flags.FlagEvent;
import milepost.flags.FlagState;
import milepost.rules.book.InForce;
import milepost.web.asof.Control;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Why;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a flag prints.
 *
 * @param control what moves the page through time
 * @param rules those of a past moment, null for the present
 */
public record FlagView(
        Control control,
        @Nullable InForce rules,
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
        List<Turn> history,
        DecisionForm form,
        String latest,
        List<Clear> clears) {

    /**
     * One transition in words.
     *
     * @param href where its cause can be read, null where there is nothing more to read
     */
    public record Turn(
            String at, String what, String cause, @Nullable String href, String message, Severity severity) {}

    static FlagView of(Shown shown, Why why, List<Turn> history, DecisionForm form, List<Clear> clears) {
        Flag flag = shown.flag();
        Subjects subjects = shown.subjects();
        ZoneId zone = subjects.zone(flag);
        String at = shown.moment().suffix();
        return new FlagView(
                shown.control(),
                shown.rules(),
                flag,
                why,
                subjects.roadmap(flag.roadmap()),
                Links.roadmap(flag.roadmap()) + at,
                subjects.name(flag),
                Links.subject(flag) + at,
                Words.state(flag),
                Words.day(flag.since()),
                Words.time(flag.raisedAt(), zone),
                flag.resolvedAt() == null ? null : Words.time(flag.resolvedAt(), zone),
                history,
                form,
                Decision.latest(subjects.today(flag)).toString(),
                clears);
    }

    static Turn turn(FlagEvent event, Causes causes, ZoneId zone) {
        Causes.Told cause = causes.of(event);
        return new Turn(
                Words.time(event.at(), zone),
                what(event),
                cause.text(),
                cause.href(),
                event.message(),
                event.severity());
    }

    /** Who may decide: managers, as long as there is something to decide about. */
    public boolean open(@Nullable Visitor visitor) {
        return control.moment().present()
                && visitor != null
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
}

package milepost.web.manager.flags;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import milepost.facts.Severity;
import milepost.flags.Cause;
import milepost.flags.Flag;
import milepost.flags.FlagEvent;
import milepost.roadmap.Change;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
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
        List<Moment> history) {

    /** One transition in words. */
    public record Moment(String at, String what, String cause, String message, Severity severity) {}

    static FlagView of(Flag flag, Why why, List<FlagEvent> events, Map<String, Change> changes, Subjects subjects) {
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
                                Words.sentence(e.event().name()),
                                cause(e.cause(), changes),
                                e.message(),
                                e.severity()))
                        .toList());
    }

    private static String cause(Cause cause, Map<String, Change> changes) {
        String ref = cause.ref() == null ? "" : cause.ref();
        return switch (cause.kind()) {
            case EDIT -> edit(ref, changes.get(ref));
            case CLOCK -> "The day changed" + after(ref);
            case RULES -> "The rules changed" + after(ref.isEmpty() ? ref : "ruleset " + ref);
            case IMPORT -> "Import" + after(ref);
            case EXPIRY -> "The acceptance ended" + after(ref);
            case PERSON -> "Decision" + (ref.isEmpty() ? "" : " of " + ref);
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

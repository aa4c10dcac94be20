package milepost.web.manager.flag;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.roadmap.store.Change;
import milepost.rules.book.InForce;
import milepost.rules.book.RulesetVersion;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** Says what caused the transitions of a flag, and where that can be read. */
final class Causes {
    private final Parts parts;
    private final Flag flag;

    /**
     * A cause in words.
     *
     * @param href the change, the version of the rules with what is new in it, or the record of the day; null where there is
     *     nothing more to read
     */
    record Told(String text, @Nullable String href) {}

    Causes(Parts parts, Flag flag) {
        this.parts = parts;
        this.flag = flag;
    }

    Told of(FlagEvent event) {
        Cause cause = event.cause();
        String ref = Objects.requireNonNullElse(cause.ref(), "");
        return switch (cause.kind()) {
            case EDIT -> change("Edit", ref);
            case IMPORT -> change("Import", ref);
            case RULES -> rules(event, ref);
            case CLOCK ->
                new Told(
                        ref.isEmpty() ? "The day changed" : "The day changed to " + day(ref), Links.dayOf(flag, cause));
            case EXPIRY ->
                new Told("The acceptance ended" + (ref.isEmpty() ? "" : " with " + day(ref)), Links.dayOf(flag, cause));
            case PERSON -> new Told((event.event() == FlagEvent.Kind.TRIAGED ? "Decision of " : "By ") + ref, null);
        };
    }

    private Told change(String what, String ref) {
        Optional<Change> found = ref.matches("[0-9]{1,18}")
                ? parts.roadmaps().chronicle().findChange(flag.roadmap(), Long.parseLong(ref))
                : Optional.empty();
        return found.map(change -> new Told(
                        what + " by " + change.actor() + ", change " + ref
                                + (change.reason() == null ? "" : ": " + change.reason()),
                        Links.change(flag.roadmap(), change.id())))
                .orElseGet(() -> new Told(ref.isEmpty() ? what : what + ", change " + ref, null));
    }

    private Told rules(FlagEvent event, String ref) {
        if (ref.isEmpty()) {
            return new Told("The rules changed", null);
        }
        InForce rules = parts.workbench().book().inForce(ref, event.at());
        if (rules.number() == 0 || !rules.ruleset().version().equals(ref)) {
            return new Told("The rules changed, ruleset " + ref, null);
        }
        RulesetVersion version = parts.workbench().book().version(rules.number());
        return new Told(
                "Rules published by " + version.by() + ", version " + version.number() + ": " + version.comment(),
                Links.ruleset(version.number()));
    }

    private static String day(String ref) {
        try {
            return Words.day(LocalDate.parse(ref));
        } catch (DateTimeException e) {
            return ref;
        }
    }
}

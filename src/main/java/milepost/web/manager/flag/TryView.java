package milepost.web.manager.flag;

import java.util.ArrayList;
import java.util.List;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.foresight.Suggestion;
import milepost.roadmap.Saved;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page prints that says what edits would do.
 *
 * @param flag address of the flag they clear
 * @param steps the edits, each to be made in its own form
 * @param sum what they come to, in words
 * @param effects what happens to flags
 */
public record TryView(
        String roadmap,
        String roadmapHref,
        String message,
        String flag,
        String text,
        List<Step> steps,
        String sum,
        List<Effect> effects) {

    /**
     * One edit.
     *
     * @param href the form with the edit filled in
     */
    public record Step(String text, String href) {}

    /** What happens to one flag; without an address while it does not exist. */
    public record Effect(
            boolean cleared,
            String what,
            Severity severity,
            String subject,
            String message,
            @Nullable String href) {}

    static TryView of(Flag flag, Snapshot snapshot, Suggestion suggestion, Saved dry) {
        Filling filling = new Filling(snapshot);
        List<Effect> effects = new ArrayList<>();
        dry.flags().resolved().forEach(f -> effects.add(effect("Cleared", f)));
        dry.flags().raised().forEach(f -> effects.add(effect("Raised", f)));
        dry.flags().reopened().forEach(f -> effects.add(effect("Returned", f)));
        dry.flags().escalated().forEach(f -> effects.add(effect("Escalated", f)));
        dry.flags().reworded().forEach(f -> effects.add(effect("Reworded", f)));
        return new TryView(
                snapshot.roadmap().title(),
                Links.roadmap(flag.roadmap()),
                flag.message(),
                Links.flag(flag.id()),
                suggestion.text(),
                suggestion.steps().stream()
                        .map(step -> new Step(step.text(), filling.href(step)))
                        .toList(),
                Words.count(dry.flags().resolved().size(), "flag") + " cleared, "
                        + (dry.flags().raised().size() + dry.flags().reopened().size()) + " raised.",
                effects);
    }

    private static Effect effect(String what, Flag flag) {
        return new Effect(
                what.equals("Cleared"),
                what,
                flag.severity(),
                flag.subject(),
                flag.message(),
                flag.id() == 0 ? null : Links.flag(flag.id()));
    }
}

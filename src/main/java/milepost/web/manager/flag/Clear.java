package milepost.web.manager.flag;

import milepost.facts.Snapshot;
import milepost.foresight.Suggestion;
import milepost.web.layout.Links;
import org.jspecify.annotations.Nullable;

/**
 * Something that clears a flag, on the page of the flag.
 *
 * @param others how many other flags it clears
 * @param href where it is tried: the milestone's form with the edit filled in and what it would do, or a page that says so; null for
 *     those who may not edit
 */
public record Clear(String text, int others, @Nullable String href) {

    /** The edit with this number, from 1, among those that clear the flag. */
    static Clear of(Suggestion suggestion, Snapshot snapshot, Place place) {
        return new Clear(
                suggestion.text(),
                suggestion.alsoClears().size(),
                place.officer() ? href(suggestion, snapshot, place) : null);
    }

    /** Which of a flag's edits it is, and for whom. */
    record Place(long flag, int number, boolean officer) {}

    private static String href(Suggestion suggestion, Snapshot snapshot, Place place) {
        Filling filling = new Filling(snapshot);
        Suggestion.Step first = suggestion.steps().get(0);
        return suggestion.steps().size() == 1 && Filling.previewed(first.edit())
                ? filling.href(first)
                : Links.flag(place.flag()) + "/try/" + place.number();
    }
}

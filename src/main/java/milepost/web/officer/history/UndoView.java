package milepost.web.officer.history;

import java.util.List;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/**
 * What the page prints that asks whether a change shall be taken back.
 *
 * @param base address of the roadmap
 * @param clashes what stands in the way; when empty it can be undone
 * @param effect what undoing would do to flags; null when something stands in the way
 * @param form with the reason
 */
public record UndoView(
        String roadmap,
        String base,
        EntryView entry,
        List<ClashLine> clashes,
        @Nullable String effect,
        List<EntryView.FlagLine> flags,
        Form form) {

    /** What stands in the way at one fact; a line says what the change left and what is there now. */
    public record ClashLine(String sentence, List<EntryView.Line> lines) {}
}

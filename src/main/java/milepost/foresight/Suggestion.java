package milepost.foresight;

import java.util.List;
import milepost.roadmap.Edit;

/**
 * A small edit that was tried and clears a flag without raising another.
 *
 * @param text what to do, a whole sentence
 * @param edits exactly what was tried; one edit, or two where no single one does
 * @param alsoClears keys of other rules, each with its subject, whose flags would clear with it
 */
public record Suggestion(String text, List<Edit> edits, List<String> alsoClears) {
    public Suggestion {
        edits = List.copyOf(edits);
        alsoClears = List.copyOf(alsoClears);
    }
}

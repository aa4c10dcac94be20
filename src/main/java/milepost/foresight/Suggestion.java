package milepost.foresight;

import java.util.List;
import java.util.stream.Collectors;
import milepost.roadmap.fact.Edit;

/**
 * A small edit that was tried and clears a flag without raising another.
 *
 * @param steps exactly what was tried; one edit, or two where no single one does
 * @param alsoClears keys of other rules, each with its subject, whose flags would clear with it
 */
public record Suggestion(List<Step> steps, List<String> alsoClears) {
    public Suggestion {
        steps = List.copyOf(steps);
        alsoClears = List.copyOf(alsoClears);
    }

    /**
     * One edit of it.
     *
     * @param text what to do, a whole sentence
     */
    public record Step(String text, Edit edit) {}

    /** What to do, a whole sentence. */
    public String text() {
        return steps.stream().map(Step::text).collect(Collectors.joining("; and also: "));
    }

    /** Its edits, to be carried out together. */
    public List<Edit> edits() {
        return steps.stream().map(Step::edit).toList();
    }
}

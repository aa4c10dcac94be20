package milepost.web.officer.history;

/**
 * What the page of one change prints.
 *
 * @param base address of the roadmap
 * @param edits whether the visitor may undo it
 */
public record ChangeView(String roadmap, String base, EntryView entry, boolean edits) {}

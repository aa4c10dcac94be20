package milepost.web.officer.history;

import milepost.web.asof.Control;

/**
 * What the page of one change prints.
 *
 * @param base address of the roadmap
 * @param control what moves the page through time
 * @param edits whether the visitor may undo it
 */
public record ChangeView(String roadmap, String base, Control control, EntryView entry, boolean edits) {}

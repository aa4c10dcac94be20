package milepost.web.officer.history;

import java.util.List;
import milepost.web.asof.Control;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Option;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/**
 * What the history of a roadmap prints.
 *
 * @param base address of the roadmap
 * @param control what moves the page through time
 * @param form the filters as typed
 * @param narrowed whether less than everything is asked for
 * @param edits whether the visitor may undo
 * @param saved what the undo before this page did, null when it follows none
 * @param newest address of the newest changes, null when these are they
 * @param earlier address of what came before, null when this is all
 */
public record HistoryView(
        String roadmap,
        String base,
        Control control,
        Form form,
        List<Option> people,
        List<Option> kinds,
        List<Option> milestones,
        boolean narrowed,
        boolean edits,
        @Nullable SavedLine saved,
        List<EntryView> entries,
        @Nullable String newest,
        @Nullable String earlier) {}

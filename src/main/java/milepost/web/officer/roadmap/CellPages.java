package milepost.web.officer.roadmap;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Problem.FieldError;
import milepost.facts.Snapshot;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.store.HistoryEntry;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.officer.choice.Choice;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Conflict;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Reading;
import milepost.web.officer.form.SavedLine;
import milepost.web.officer.milestone.MilestoneForm;
import org.jspecify.annotations.Nullable;

/** Changes one value of a milestone: in the table with scripts, on a page of its own without. */
public final class CellPages {
    /** How many changes are looked through for what happened during an edit. */
    private static final int SINCE = 50;

    private static final String TEMPLATES = "milepost/web/officer/roadmap/";

    private final Parts parts;
    private final Pages pages;

    public CellPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The value in an input; with {@code ?read} as it stands in the table. */
    public void form(Context ctx) {
        Cell cell = cell(ctx);
        if (ctx.queryParam("read") != null && htmx(ctx)) {
            read(ctx, cell);
        } else {
            show(ctx, 200, view(ctx, cell, cell.recorded(), null, null));
        }
    }

    public void save(Context ctx) {
        Cell cell = cell(ctx);
        Form typed = typed(ctx, cell);
        Reading reading = MilestoneForm.read(
                typed,
                cell.snapshot(),
                cell.milestone().key(),
                parts.today(cell.snapshot().roadmap().zone()));
        if (!reading.errors().isEmpty()) {
            refuse(ctx, cell, typed, reading.errors());
            return;
        }
        try {
            Roadmaps.Author author = new Roadmaps.Author(
                    Visitor.person(ctx).name(), new Answers(typed).text(MilestoneForm.REASON), null);
            saved(ctx, cell, parts.roadmaps().save(author, cell.roadmap(), reading.edits()));
        } catch (Problem problem) {
            refused(ctx, cell, typed, problem);
        }
    }

    private void refused(Context ctx, Cell cell, Form typed, Problem problem) {
        switch (problem.kind()) {
            case INVALID -> refuse(ctx, cell, typed, problem.fields());
            case CONFLICT -> conflict(ctx, typed);
            default -> throw problem;
        }
    }

    private void refuse(Context ctx, Cell cell, Form typed, List<FieldError> errors) {
        String first = errors.isEmpty() ? null : errors.get(0).message();
        show(ctx, 422, view(ctx, cell, typed.refused(errors), first, null));
    }

    /** Reads anew, for between the reading of this request and its save someone else was faster. */
    private void conflict(Context ctx, Form typed) {
        Cell now = cell(ctx);
        Milestone m = now.milestone();
        Conflict conflict = conflict(now, new Answers(typed).version("version"));
        Form again = typed.with("version", String.valueOf(m.recorded().version()));
        show(ctx, 409, view(ctx, now, again, null, conflict));
    }

    private Conflict conflict(Cell now, long version) {
        Milestone m = now.milestone();
        List<HistoryEntry> since = parts.roadmaps().chronicle().history(now.roadmap(), m.key(), null, SINCE).stream()
                .filter(entry -> entry.version() > version)
                .toList();
        String changed = since.stream()
                .flatMap(entry -> entry.fields().stream())
                .map(ChangeRow::field)
                .distinct()
                .collect(Collectors.joining("; "));
        String title = m.recorded().by() + " changed " + m.key() + " meanwhile: " + changed;
        return new Conflict(title, "Nothing you typed is lost. Save again to put it in place of that.", List.of());
    }

    private void saved(Context ctx, Cell cell, Saved saved) {
        Choice choice = choice(ctx, cell);
        if (!htmx(ctx)) {
            String query = choice.query();
            String kept = query.isEmpty() ? "" : "&" + query;
            Redirects.to(
                    ctx,
                    choice.base() + SavedLine.undoable(saved) + kept + "#m-"
                            + cell.milestone().key());
            return;
        }
        ctx.header("HX-Retarget", "#saved").header("HX-Reswap", "innerHTML");
        String focus = cell.milestone().key() + "/" + cell.field().word();
        SavedLine line = SavedLine.of(saved).offered(cell.roadmap());
        RoadmapView view = new Board(ctx, parts, choice.first("sort")).view(saved.after(), line, focus);
        pages.show(ctx, page(cell, "cellsaved.jte", view));
    }

    private void read(Context ctx, Cell cell) {
        MilestoneRow row = new Board(ctx, parts, "").row(cell);
        Choice choice = choice(ctx, cell);
        pages.show(ctx, page(cell, "cell.jte", new CellRead(choice.base(), choice.query(), row, cell.field())));
    }

    private void show(Context ctx, int status, CellView view) {
        ctx.status(status);
        String prefix = status == 200 ? "" : "Error: ";
        String template = TEMPLATES + (htmx(ctx) ? "cellform.jte" : "cellpage.jte");
        pages.show(ctx, new Page(prefix + view.name(), Place.PORTFOLIO, template, view));
    }

    private static Page page(Cell cell, String template, Object view) {
        return new Page(cell.snapshot().roadmap().title(), Place.PORTFOLIO, TEMPLATES + template, view);
    }

    private static CellView view(
            Context ctx, Cell cell, Form form, @Nullable String refusal, @Nullable Conflict conflict) {
        return new CellView(
                cell.field(),
                cell.milestone().key(),
                cell.milestone().title(),
                cell.snapshot().roadmap().title(),
                Links.milestone(cell.roadmap(), cell.milestone().key()) + "/cell/"
                        + cell.field().word(),
                choice(ctx, cell),
                form,
                refusal,
                conflict);
    }

    private Cell cell(Context ctx) {
        Snapshot snapshot = parts.roadmaps().snapshot(ctx.pathParam("key"));
        Milestone milestone = snapshot.findMilestone(ctx.pathParam("m")).orElseThrow(NotFoundResponse::new);
        CellField field = CellField.find(ctx.pathParam("field")).orElseThrow(NotFoundResponse::new);
        return new Cell(snapshot, milestone, field);
    }

    private static Form typed(Context ctx, Cell cell) {
        Form sent = Form.sent(ctx.formParamMap());
        return cell.field()
                .typed(cell.recorded(), sent.value(cell.field().word()))
                .with("version", sent.value("version"))
                .with(MilestoneForm.REASON, sent.value(MilestoneForm.REASON));
    }

    /** What is chosen on the page behind the edit, for the way back. */
    private static Choice choice(Context ctx, Cell cell) {
        String asked = ctx.queryParam("back");
        String sent = asked == null && ctx.method().name().equals("POST") ? ctx.formParam("back") : asked;
        return Choice.of(sent == null ? "" : sent, Links.roadmap(cell.roadmap()));
    }

    private static boolean htmx(Context ctx) {
        return "true".equals(ctx.header("HX-Request"));
    }
}

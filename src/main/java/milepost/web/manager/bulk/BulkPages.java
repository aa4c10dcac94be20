package milepost.web.manager.bulk;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Problem;
import milepost.flags.ActResult;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.life.Flag;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import milepost.web.manager.flags.BoardPages;
import milepost.web.manager.flags.Results;
import milepost.web.manager.triage.Chosen;

/** Doing the same to several flags of the list at once. */
public final class BulkPages {
    private static final String TEMPLATE = "milepost/web/manager/bulk/bulk.jte";

    private final Parts parts;
    private final Pages pages;
    private final BoardPages board;

    public BulkPages(Parts parts, Pages pages, BoardPages board) {
        this.parts = parts;
        this.pages = pages;
        this.board = board;
    }

    /** Asks for what the act still needs, or does it and shows the list with what came of it. */
    public void act(Context ctx) {
        BulkForm form = BulkForm.of(ctx);
        if (form.flags().isEmpty()) {
            ctx.status(422);
            board.show(ctx, form.back(), new Results("Select at least one flag first.", List.of(), List.of()));
        } else if (form.asks()) {
            ask(ctx, form);
        } else {
            carryOut(ctx, form);
        }
    }

    private void carryOut(Context ctx, BulkForm form) {
        try {
            Act act = form.act().act(parts);
            Map<String, LocalDate> days = new HashMap<>();
            Subjects subjects = new Subjects(parts);
            form.flags().stream()
                    .flatMap(ref -> find(ctx, ref).stream())
                    .forEach(flag -> days.put(flag.roadmap(), subjects.today(flag)));
            List<ActResult> results =
                    parts.flags().triaging().act(parts.deciders(Visitor.rights(ctx)), form.flags(), act, days::get);
            board.show(ctx, form.back(), results(form, results, subjects));
        } catch (Problem refused) {
            ctx.status(422);
            ask(ctx, form.refused(refused));
        }
    }

    /** In a dialog over the list, or as a page of its own without scripts. */
    private void ask(Context ctx, BulkForm form) {
        Subjects subjects = new Subjects(parts);
        List<Flag> flags =
                form.flags().stream().flatMap(ref -> find(ctx, ref).stream()).toList();
        BulkView view = BulkView.of(form, flags, subjects, parts);
        ctx.header("HX-Retarget", "#dialog").header("HX-Reswap", "innerHTML");
        pages.show(ctx, new Page(view.title(), Place.FLAGS, TEMPLATE, view));
    }

    private Optional<Flag> find(Context ctx, FlagRef ref) {
        return parts.flags()
                .findFlag(ref.id())
                .filter(flag -> Visitor.rights(ctx).mayRead(flag.roadmap()));
    }

    private static Results results(BulkForm form, List<ActResult> results, Subjects subjects) {
        List<ActResult> done = results.stream().filter(r -> r.refusal() == null).toList();
        List<Results.Failed> failed = results.stream()
                .filter(r -> r.refusal() != null)
                .map(r -> failed(r, subjects))
                .toList();
        return new Results(
                Words.count(done.size(), "flag") + " " + form.past() + ".",
                failed,
                form.undoable() ? done.stream().map(BulkPages::chosen).toList() : List.of());
    }

    private static Results.Failed failed(ActResult result, Subjects subjects) {
        Flag flag = result.flag();
        String what = flag == null ? "Flag " + result.id() : subjects.name(flag) + ": " + flag.message();
        Problem refusal = result.refusal();
        return new Results.Failed(
                result.id(),
                what,
                Links.flag(result.id()),
                refusal == null ? "" : String.valueOf(refusal.getMessage()));
    }

    private static String chosen(ActResult result) {
        Flag flag = result.flag();
        return flag == null ? "" : Chosen.value(flag.id(), flag.version());
    }

    /** The flags that a form names. */
    static List<String> values(List<FlagRef> refs) {
        return refs.stream()
                .map(ref -> Chosen.value(ref.id(), ref.version() == null ? 0 : ref.version()))
                .toList();
    }
}

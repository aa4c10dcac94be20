package milepost.web.manager.flag;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.foresight.Clearing;
import milepost.foresight.Suggestion;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Visitor;

/** The page that says what edits would do that clear a flag and have no form in common; nothing is stored. */
public final class TryPages {
    private final Parts parts;
    private final Pages pages;

    public TryPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Flag flag = flag(ctx);
        Snapshot snapshot = parts.roadmaps().snapshot(flag.roadmap());
        Suggestion suggestion = suggestion(ctx, flag, snapshot);
        Roadmaps.Author author = new Roadmaps.Author(Visitor.person(ctx).name(), suggestion.text(), null);
        Saved dry = parts.roadmaps().preview(author, flag.roadmap(), suggestion.edits());
        TryView view = TryView.of(flag, snapshot, suggestion, dry);
        pages.show(ctx, new Page("Try: " + suggestion.text(), Place.FLAGS, "milepost/web/manager/flag/try.jte", view));
    }

    private Suggestion suggestion(Context ctx, Flag flag, Snapshot snapshot) {
        Clearing clearing = new Clearing(
                parts.ruleset().get(),
                snapshot,
                parts.today(snapshot.roadmap().zone()),
                parts.clock().instant());
        List<Suggestion> found = clearing.of(flag);
        int number = number(ctx, "edit").intValue();
        if (number < 1 || number > found.size()) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND,
                    "This edit does not clear the flag any more; the page of flag " + flag.id() + " says what does.");
        }
        return found.get(number - 1);
    }

    private Flag flag(Context ctx) {
        long id = number(ctx, "id");
        return Visitor.covers(ctx, Role.AUTHOR)
                ? parts.flags().flagForAuthors(id)
                : parts.flags().flag(id);
    }

    private static Long number(Context ctx, String name) {
        String typed = ctx.pathParam(name);
        if (!typed.matches("[0-9]{1,9}")) {
            throw new NotFoundResponse();
        }
        return Long.valueOf(typed);
    }
}

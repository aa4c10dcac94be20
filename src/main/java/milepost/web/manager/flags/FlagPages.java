package milepost.web.manager.flags;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import milepost.access.Role;
import milepost.facts.Problem;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.flags.Flag;
import milepost.foresight.Clearing;
import milepost.roadmap.Change;
import milepost.roadmap.HistoryEntry;
import milepost.web.layout.Links;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Why;

/** The list of flags and the page of each flag. */
public final class FlagPages {
    private static final int CHANGES_NAMED = 200;

    private final Parts parts;
    private final Pages pages;

    public FlagPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void list(Context ctx) {
        FlagsView view = new FlagList(parts, FlagFilter.of(ctx)).view();
        pages.show(ctx, new Page("Flags", Place.FLAGS, "milepost/web/manager/flags/flags.jte", view));
    }

    public void one(Context ctx) {
        show(ctx, flag(ctx), DecisionForm.empty());
    }

    /** Records a decision; what cannot be recorded is shown again as it was typed. */
    public void triage(Context ctx) {
        Flag flag = flag(ctx);
        DecisionForm form = DecisionForm.of(ctx);
        try {
            String person = Visitor.person(ctx).name();
            parts.flags().triage(person, flag.id(), form.decision(), new Subjects(parts).today(flag));
            Redirects.to(ctx, Links.flag(flag.id()));
        } catch (Problem refused) {
            ctx.status(refused.kind() == Problem.Kind.CONFLICT ? 409 : 422);
            show(ctx, flag(ctx), form.refused(refused));
        }
    }

    private void show(Context ctx, Flag flag, DecisionForm form) {
        Subjects subjects = new Subjects(parts);
        FlagView view = FlagView.of(
                flag,
                why(flag),
                parts.flags().events(flag.id()),
                changes(flag),
                subjects,
                form,
                clears(flag, subjects, Visitor.covers(ctx, Role.OFFICER)));
        String title = (form.problem() == null ? "" : "Error: ") + flag.message();
        pages.show(ctx, new Page(title, Place.FLAGS, "milepost/web/manager/flags/flag.jte", view));
    }

    /** The row under a flag in the list; without htmx the page of the flag says the same. */
    public void why(Context ctx) {
        Flag flag = flag(ctx);
        if (ctx.header("HX-Request") == null) {
            Redirects.to(ctx, Links.flag(flag.id()));
            return;
        }
        pages.show(ctx, new Page(flag.message(), Place.FLAGS, "milepost/web/manager/flags/whyfragment.jte", why(flag)));
    }

    private List<Clear> clears(Flag flag, Subjects subjects, boolean officer) {
        Snapshot snapshot = subjects.snapshot(flag.roadmap());
        Clearing clearing = new Clearing(
                parts.ruleset().get(),
                snapshot,
                subjects.today(flag),
                parts.clock().instant());
        return clearing.of(flag).stream()
                .map(suggestion -> Clear.of(suggestion, snapshot, officer))
                .toList();
    }

    private Flag flag(Context ctx) {
        Optional<Long> id = findId(ctx.pathParam("id"));
        long number = id.orElseThrow(NotFoundResponse::new);
        return Visitor.covers(ctx, Role.AUTHOR)
                ? parts.flags().flagForAuthors(number)
                : parts.flags().flag(number);
    }

    private Why why(Flag flag) {
        return Why.of(flag, parts.ruleset().get(), new Subjects(parts));
    }

    /** The edits of the flag's milestone, so that causes can say who did what. */
    private Map<String, Change> changes(Flag flag) {
        if (flag.kind() != SubjectKind.MILESTONE) {
            return Map.of();
        }
        return parts.roadmaps().history(flag.roadmap(), flag.subject(), null, CHANGES_NAMED).stream()
                .map(HistoryEntry::change)
                .collect(Collectors.toMap(change -> String.valueOf(change.id()), change -> change, (a, b) -> a));
    }

    private static Optional<Long> findId(String id) {
        try {
            return Optional.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}

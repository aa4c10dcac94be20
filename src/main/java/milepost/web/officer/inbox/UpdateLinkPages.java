package milepost.web.officer.inbox;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import milepost.access.Role;
import milepost.access.link.UpdateLink;
import milepost.facts.ProgressUpdate;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/** The page behind a link in a message: one report about one milestone, without signing in. */
public final class UpdateLinkPages {
    private final Parts parts;
    private final Pages pages;

    public UpdateLinkPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** The form; after it was sent, what was reported. Looking uses nothing up. */
    public void show(Context ctx) {
        Optional<UpdateLink> link = find(ctx);
        if (link.isEmpty()) {
            ended(ctx);
            return;
        }
        Reporting reporting = reporting(link.get());
        show(ctx, link.get(), reporting, reporting.blank());
    }

    public void report(Context ctx) {
        Optional<UpdateLink> link = find(ctx);
        if (link.isEmpty()) {
            ended(ctx);
            return;
        }
        Reporting reporting = reporting(link.get());
        if (sent(reporting, link.get()) != null) {
            ctx.status(409);
            show(ctx, link.get(), reporting, reporting.blank());
            return;
        }
        Form typed = Form.sent(ctx.formParamMap()).without(Set.of("csrf")::contains);
        Reporting.Outcome outcome =
                reporting.send(link.get().person().name(), typed, link.get().update());
        if (outcome.saved() == null) {
            ctx.status(outcome.status());
            show(ctx, link.get(), reporting(link.get()), outcome.form());
            return;
        }
        Redirects.to(ctx, ctx.path() + SavedLine.query(outcome.done()));
    }

    /** A link in use of somebody who still keeps the roadmap. */
    private Optional<UpdateLink> find(Context ctx) {
        return parts.desk()
                .links()
                .find(ctx.pathParam("token"))
                .filter(link -> parts.members().rights(link.person()).may(link.roadmap(), Role.OFFICER));
    }

    private Reporting reporting(UpdateLink link) {
        return Reporting.about(parts, link.roadmap(), link.milestone());
    }

    private static @Nullable ProgressUpdate sent(Reporting reporting, UpdateLink link) {
        return reporting.snapshot().updates().stream()
                .filter(update -> update.key().equals(link.update()))
                .findFirst()
                .orElse(null);
    }

    private void show(Context ctx, UpdateLink link, Reporting reporting, Form form) {
        SavedLine saved = SavedLine.find(ctx, parts, link.roadmap()).orElse(null);
        UpdateView view = UpdateView.of(link, reporting, form, sent(reporting, link), saved, ctx.path());
        page(ctx, (form.errors().isEmpty() ? "" : "Error: ") + "Report about " + link.milestone(), view);
    }

    /** One sentence whatever the reason, so that guessing tells nothing. */
    private void ended(Context ctx) {
        ctx.status(404);
        page(ctx, "This link has ended", UpdateView.ended());
    }

    private void page(Context ctx, String title, UpdateView view) {
        ctx.header("Referrer-Policy", "no-referrer");
        pages.show(ctx, new Page(title, Place.ELSEWHERE, "milepost/web/officer/inbox/update.jte", view));
    }
}

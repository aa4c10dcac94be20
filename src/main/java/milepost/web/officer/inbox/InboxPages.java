package milepost.web.officer.inbox;

import io.javalin.http.Context;
import java.util.Objects;
import java.util.Set;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Rights;
import milepost.roadmap.inbox.Inbox;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.SavedLine;
import org.jspecify.annotations.Nullable;

/** The inbox of the officer who looks at it. */
public final class InboxPages {
    private final Parts parts;
    private final Pages pages;

    public InboxPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    /** With {@code open=ROADMAP/MILESTONE} the form of one report is open. */
    public void show(Context ctx) {
        String[] open = Objects.requireNonNullElse(ctx.queryParam("open"), "").split("/", 2);
        boolean may = open.length == 2 && Visitor.rights(ctx).may(open[0], Role.OFFICER);
        show(
                ctx,
                may
                        ? new InboxView.Open(
                                open[0],
                                open[1],
                                Reporting.about(parts, open[0], open[1]).blank())
                        : null);
    }

    public void report(Context ctx) {
        Reporting reporting = Reporting.about(parts, ctx.pathParam("key"), ctx.pathParam("m"));
        Form typed = Form.sent(ctx.formParamMap()).without(Set.of("csrf")::contains);
        Reporting.Outcome outcome = reporting.send(Visitor.person(ctx).name(), typed);
        if (outcome.saved() == null) {
            ctx.status(outcome.status());
            show(ctx, new InboxView.Open(ctx.pathParam("key"), ctx.pathParam("m"), outcome.form()));
            return;
        }
        String of = "&of=" + Redirects.encode(ctx.pathParam("key"));
        Redirects.to(ctx, "/inbox" + SavedLine.undoable(outcome.done()) + of);
    }

    /** Ends every link that was sent to the officer. */
    public void endLinks(Context ctx) {
        parts.desk().links().end(Visitor.person(ctx));
        Redirects.to(ctx, "/inbox");
    }

    private void show(Context ctx, InboxView.@Nullable Open open) {
        Person person = Visitor.person(ctx);
        Rights rights = Visitor.rights(ctx);
        Inbox inbox = parts.desk().inbox();
        SavedLine saved = saved(ctx);
        InboxView view = new Inboxes(parts)
                .view(
                        person,
                        inbox.look(
                                new Inbox.Officer(person.name(), person.displayName()),
                                key -> rights.may(key, Role.OFFICER)))
                .with(open, saved);
        String title = ctx.statusCode() == 200 ? "Inbox" : "Error: Inbox";
        pages.show(ctx, new Page(title, Place.INBOX, "milepost/web/officer/inbox/inbox.jte", view));
    }

    private @Nullable SavedLine saved(Context ctx) {
        String of = ctx.queryParam("of");
        return of == null || !Visitor.rights(ctx).mayRead(of)
                ? null
                : SavedLine.find(ctx, parts, of).orElse(null);
    }
}

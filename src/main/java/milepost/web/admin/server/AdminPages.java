package milepost.web.admin.server;

import io.javalin.http.Context;
import milepost.rules.book.Rulebook;
import milepost.rules.worker.DraftWorker;
import milepost.web.layout.Backstage;
import milepost.web.layout.Page;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Place;
import milepost.web.layout.Visitor;
import milepost.web.layout.Workbench;

/** The page about this server. */
public final class AdminPages {
    private final Parts parts;
    private final Pages pages;

    public AdminPages(Parts parts, Pages pages) {
        this.parts = parts;
        this.pages = pages;
    }

    public void show(Context ctx) {
        Workbench bench = parts.workbench();
        Backstage backstage = bench.backstage();
        DraftWorker worker = backstage.drafts().get();
        Rulebook.Current live = bench.book().current();
        AdminView view = new AdminView(
                backstage.version(),
                Runtime.version().toString(),
                backstage.database(),
                AdminView.Rules.of(live, bench.folder(), parts.roadmaps().setAside(Visitor.reach(ctx))),
                AdminView.Drafts.of(worker.jail(), worker.health()),
                bench.publishing().twoPersons());
        pages.show(ctx, new Page("This server", Place.ELSEWHERE, "milepost/web/admin/server/admin.jte", view));
    }
}

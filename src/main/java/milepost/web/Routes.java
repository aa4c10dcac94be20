package milepost.web;

import static milepost.web.Access.ADMIN;
import static milepost.web.Access.ANYONE;
import static milepost.web.Access.AUTHOR;
import static milepost.web.Access.MANAGER;
import static milepost.web.Access.MANAGER_SOMEWHERE;
import static milepost.web.Access.OFFICER;
import static milepost.web.Access.OFFICER_SOMEWHERE;
import static milepost.web.Access.VIEWER;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import milepost.web.account.AccountPages;
import milepost.web.account.news.ConfirmPages;
import milepost.web.account.news.EndingPages;
import milepost.web.account.news.NotificationPages;
import milepost.web.admin.deliveries.DeliveryPages;
import milepost.web.admin.people.PeoplePages;
import milepost.web.admin.server.AdminPages;
import milepost.web.admin.trail.TrailPages;
import milepost.web.api.doc.DocPages;
import milepost.web.author.book.VersionPages;
import milepost.web.author.draft.CasePages;
import milepost.web.author.draft.DraftPages;
import milepost.web.author.draft.EditPages;
import milepost.web.author.draft.EditorJson;
import milepost.web.author.guide.GuidePages;
import milepost.web.author.rules.RulePages;
import milepost.web.author.shadow.ShadowPages;
import milepost.web.layout.Assets;
import milepost.web.layout.Pages;
import milepost.web.layout.Parts;
import milepost.web.layout.Theme;
import milepost.web.manager.bulk.BulkPages;
import milepost.web.manager.confidence.ConfidencePages;
import milepost.web.manager.flag.FlagPages;
import milepost.web.manager.flag.TryPages;
import milepost.web.manager.flags.BoardPages;
import milepost.web.manager.flags.FeedPages;
import milepost.web.manager.forecast.ForecastPages;
import milepost.web.manager.portfolio.PortfolioPages;
import milepost.web.news.Streams;
import milepost.web.officer.entry.EntryPages;
import milepost.web.officer.entry.FactKind;
import milepost.web.officer.entry.HeadPages;
import milepost.web.officer.entry.RemovalPages;
import milepost.web.officer.exchange.ExchangePages;
import milepost.web.officer.inbox.InboxPages;
import milepost.web.officer.inbox.UpdateLinkPages;
import milepost.web.officer.milestone.MilestonePages;
import milepost.web.officer.milestone.SavePages;
import milepost.web.officer.roadmap.CellPages;
import milepost.web.officer.roadmap.RoadmapPages;
import milepost.web.operation.Health;
import milepost.web.operation.Metrics;
import milepost.web.search.SearchPages;
import milepost.web.signin.SignInPages;
import milepost.web.signin.SignOnPages;

/** Every address of the site, with the role it needs. */
final class Routes {
    private final Turns turns;
    private final Turns keystrokes;
    private final Streams streams;
    private final ApiRoutes api;
    private final SignInPages signIn;
    private final PortfolioPages portfolio;
    private final BoardPages board;
    private final BulkPages bulk;
    private final FlagPages flags;
    private final ForecastPages forecast;
    private final RulePages rules;
    private final GuidePages guide;
    private final EditPages editor;
    private final CasePages caseMaker;
    private final DraftPages drafts;
    private final VersionPages versions;
    private final ShadowPages shadow;
    private final AdminPages admin;
    private final SearchPages search;
    private final RoadmapPages roadmaps;
    private final CellPages cells;
    private final HeadPages heads;
    private final Parts parts;
    private final Pages pages;
    private final MilestonePages milestones;
    private final SavePages saves;
    private final Health health;
    private final AccountPages account;
    private final PeoplePages people;
    private final TrailPages trail;
    private final Metrics metrics;

    Routes(Parts parts, Pages pages, Metrics metrics, Streams streams) {
        this.streams = streams;
        this.health = new Health(parts);
        this.account = new AccountPages(parts, pages);
        this.people = new PeoplePages(parts, pages);
        this.trail = new TrailPages(parts, pages);
        this.metrics = metrics;
        this.turns = new Turns();
        this.keystrokes = new Turns();
        this.api = new ApiRoutes(parts, turns, streams);
        this.signIn = new SignInPages(parts, pages);
        this.portfolio = new PortfolioPages(parts, pages);
        this.board = new BoardPages(parts, pages);
        this.bulk = new BulkPages(parts, pages, board);
        this.flags = new FlagPages(parts, pages);
        this.forecast = new ForecastPages(parts, pages);
        this.rules = new RulePages(parts, pages);
        this.guide = new GuidePages(pages);
        this.editor = new EditPages(parts, pages);
        this.caseMaker = new CasePages(parts, pages);
        this.drafts = new DraftPages(parts, pages);
        this.versions = new VersionPages(parts, pages);
        this.shadow = new ShadowPages(parts, pages);
        this.admin = new AdminPages(parts, pages);
        this.search = new SearchPages(parts, pages);
        this.roadmaps = new RoadmapPages(parts, pages);
        this.cells = new CellPages(parts, pages);
        this.heads = new HeadPages(parts, pages);
        this.parts = parts;
        this.pages = pages;
        this.milestones = new MilestonePages(parts, pages);
        this.saves = new SavePages(parts, pages);
    }

    void register(RoutesConfig routes) {
        routes.get("/healthz", Health::alive, ANYONE);
        routes.get("/readyz", health::ready, ANYONE);
        routes.get("/metrics", metrics::show, ANYONE);
        routes.get("/assets/{version}/<name>", Routes::asset, ANYONE);
        routes.post("/theme", Theme::choose, ANYONE);

        routes.get("/sign-in", signIn::form, ANYONE);
        routes.post("/sign-in", signIn::signIn, ANYONE);
        SignOnPages signOn = new SignOnPages(parts, pages);
        routes.get("/sign-in/openid", signOn::begin, ANYONE);
        routes.get("/sign-in/openid/callback", signOn::finish, ANYONE);
        routes.get("/sign-in/link/{token}", signIn::link, ANYONE);
        routes.post("/sign-in/link/{token}", signIn::useLink, ANYONE);
        routes.get("/password", signIn::passwordForm, VIEWER);
        routes.post("/password", signIn::setPassword, VIEWER);
        routes.get("/account", account::show, VIEWER);
        routes.post("/account/tokens", account::token, VIEWER);
        routes.post("/account/access/{access}/end", account::end, VIEWER);
        routes.post("/account/sign-out-elsewhere", account::endOthers, VIEWER);
        news(routes);
        routes.get("/admin/trail", trail::list, ADMIN);
        routes.get("/admin/trail.csv", trail::export, ADMIN);
        routes.get("/admin/people", people::list, ADMIN);
        routes.post("/admin/people", people::add, ADMIN);
        routes.get("/admin/people/{name}", people::one, ADMIN);
        routes.post("/admin/people/{name}/role", people::changeRole, ADMIN);
        routes.post("/admin/people/{name}/link", people::link, ADMIN);
        routes.post("/admin/people/{name}/identity", people::identity, ADMIN);
        routes.post("/admin/people/{name}/disable", people::disable, ADMIN);
        routes.post("/admin/people/{name}/enable", people::enable, ADMIN);
        routes.post("/admin/people/{name}/access/{access}/end", people::end, ADMIN);
        routes.post("/sign-out", signIn::signOut, ANYONE);

        routes.get("/", portfolio::show, VIEWER);
        routes.get("/flags", board::list, VIEWER);
        routes.get("/flags/export.csv", board::export, VIEWER);
        FeedPages feed = new FeedPages(parts);
        routes.get("/flags.atom", feed::show, VIEWER);
        routes.get("/feeds/{secret}.atom", feed::feed, ANYONE);
        routes.post("/flags/bulk", bulk::act, MANAGER_SOMEWHERE);
        routes.post("/flags/views", board::save, VIEWER);
        routes.post("/flags/views/{id}/begin", board::begin, VIEWER);
        routes.post("/flags/views/{id}/remove", board::remove, VIEWER);
        routes.get("/flags/{id}", flags::one, VIEWER);
        routes.get("/flags/{id}/try/{edit}", new TryPages(parts, pages)::show, OFFICER);
        routes.get("/flags/{id}/why", board::why, VIEWER);
        routes.post("/flags/{id}/triage", flags::triage, MANAGER);
        routes.get("/forecast", forecast::show, VIEWER);
        routes.get("/rules", rules::list, VIEWER);
        routes.get("/rules/new", drafts::newRule, AUTHOR);
        routes.post("/rules/new", drafts::begin, AUTHOR);
        routes.get("/rules/words", EditorJson::words, AUTHOR);
        routes.get("/rules/case", turns.each(caseMaker::make), AUTHOR);
        routes.post("/rules/case", turns.each(caseMaker::add), AUTHOR);
        routes.get("/rules/guide", guide::guide, VIEWER);
        routes.get("/guide/checks/{code}", guide::check, VIEWER);
        routes.get("/rules/{folder}/{name}", rules::one, VIEWER);
        routes.get("/rules/{folder}/{name}/edit", turns.each(editor::edit), AUTHOR);
        routes.post("/rules/{folder}/{name}/edit", turns.each(editor::save), AUTHOR);
        routes.post("/rules/{folder}/{name}/keep", editor::keep, AUTHOR);
        routes.post("/rules/{folder}/{name}/check", keystrokes.each(editor::check), AUTHOR);
        routes.post("/rules/{folder}/{name}/try", turns.each(editor::attempt), AUTHOR);
        routes.post("/rules/{folder}/{name}/revert", editor::revert, AUTHOR);
        routes.post("/rules/{folder}/{name}/insist", editor::insist, AUTHOR);
        routes.get("/shadow", shadow::list, AUTHOR);
        routes.get("/admin", admin::show, ADMIN);
        routes.get("/draft", drafts::own, AUTHOR);
        routes.get("/drafts/{id}", turns.each(drafts::one), AUTHOR);
        routes.post("/drafts/{id}/publish", turns.each(drafts::publish), AUTHOR);
        routes.post("/drafts/{id}/submit", drafts::submit, AUTHOR);
        routes.post("/drafts/{id}/discard", drafts::discard, AUTHOR);
        routes.get("/rulesets", versions::list, VIEWER);
        routes.get("/rulesets/{number}", versions::one, VIEWER);
        routes.post("/rulesets/{number}/looked-at", versions::lookedAt, MANAGER_SOMEWHERE);
        routes.post("/rulesets/{number}/restore", versions::restore, AUTHOR);
        routes.get("/search", search::search, VIEWER);
        desk(routes);
        new PastRoutes(parts, pages).register(routes);
        routes.get("/roadmaps/{key}/milestones/new", milestones::create, OFFICER);
        routes.post("/roadmaps/{key}/milestones", saves::save, OFFICER);
        routes.get("/roadmaps/{key}/milestones/{m}", milestones::show, VIEWER);
        routes.post("/roadmaps/{key}/milestones/{m}", saves::save, OFFICER);
        routes.post("/roadmaps/{key}/milestones/{m}/preview", saves::preview, OFFICER);
        routes.post("/roadmaps/{key}/milestones/{m}/reports", milestones::report, OFFICER);
        routes.get("/roadmaps/{key}/milestones/{m}/remove", milestones::removal, OFFICER);
        routes.post("/roadmaps/{key}/milestones/{m}/remove", milestones::remove, OFFICER);
        routes.get("/roadmaps/{key}/milestones/{m}/history", milestones::history, VIEWER);

        api.register(routes);
        DocPages docs = new DocPages(pages);
        routes.get("/docs/api", docs::list, VIEWER);
        routes.get("/docs/api/{operation}", docs::one, VIEWER);

        routes.get("/roadmaps/new", heads::add, OFFICER);
        routes.post("/roadmaps/new", heads::create, OFFICER);
        routes.get("/roadmaps/{key}", roadmaps::show, VIEWER);
        ConfidencePages confidence = new ConfidencePages(parts, pages);
        routes.get("/roadmaps/{key}/confidence", confidence::show, VIEWER);
        routes.post("/roadmaps/{key}/confidence", confidence::rate, MANAGER);
        routes.post("/roadmaps/{key}/confidence/{rating}/withdraw", confidence::withdraw, MANAGER);
        routes.get("/roadmaps/{key}/edit", heads::edit, OFFICER);
        routes.post("/roadmaps/{key}/edit", heads::change, OFFICER);
        routes.get("/roadmaps/{key}/milestones/{m}/cell/{field}", cells::form, OFFICER);
        routes.post("/roadmaps/{key}/milestones/{m}/cell/{field}", cells::save, OFFICER);
        files(routes);
        for (FactKind kind : FactKind.values()) {
            entries(routes, kind);
        }
    }

    /** What officers look after, and reports through links in messages. */
    private void desk(RoutesConfig routes) {
        InboxPages inbox = new InboxPages(parts, pages);
        UpdateLinkPages updates = new UpdateLinkPages(parts, pages);
        routes.get("/inbox", inbox::show, OFFICER_SOMEWHERE);
        routes.post("/roadmaps/{key}/inbox/{m}", inbox::report, OFFICER);
        routes.post("/inbox/links/end", inbox::endLinks, OFFICER_SOMEWHERE);
        routes.get("/update/{token}", updates::show, ANYONE);
        routes.post("/update/{token}", updates::report, ANYONE);
    }

    /** What people are told of flags, and what became of it. */
    private void news(RoutesConfig routes) {
        NotificationPages notifications = new NotificationPages(parts, pages);
        String one = "/account/notifications/{id}";
        routes.get("/account/notifications", notifications::list, VIEWER);
        routes.post("/account/notifications", notifications::create, VIEWER);
        routes.post("/account/notifications/feed", notifications::feed, VIEWER);
        routes.post("/account/notifications/feed/{id}/end", notifications::endFeed, VIEWER);
        routes.get(one, notifications::edit, VIEWER);
        routes.post(one, notifications::change, VIEWER);
        routes.post(one + "/ask", notifications::ask, VIEWER);
        routes.post(one + "/pause", notifications::pause, VIEWER);
        routes.post(one + "/resume", notifications::resume, VIEWER);
        routes.post(one + "/test", notifications::test, VIEWER);
        routes.post(one + "/end", notifications::end, VIEWER);
        EndingPages ending = new EndingPages(parts, pages);
        routes.get("/unsubscribe/{link}", ending::ask, ANYONE);
        routes.post("/unsubscribe/{link}", ending::end, ANYONE);
        ConfirmPages confirmations = new ConfirmPages(parts, pages);
        routes.get("/confirm/{link}", confirmations::show, ANYONE);
        routes.post("/confirm/{link}", confirmations::answer, ANYONE);
        routes.get("/events", streams::open, VIEWER);
        routes.head("/events", Streams::head, VIEWER);
        DeliveryPages deliveries = new DeliveryPages(parts, pages);
        routes.get("/admin/deliveries", deliveries::list, ADMIN);
        routes.post("/admin/deliveries/resend", deliveries::resendAll, ADMIN);
        routes.post("/admin/deliveries/{id}/resend", deliveries::resend, ADMIN);
    }

    /** Roadmaps in from files and out to files. */
    private void files(RoutesConfig routes) {
        ExchangePages files = new ExchangePages(parts, pages);
        routes.get("/roadmaps/{key}/export", files::give, VIEWER);
        routes.get("/import/template", files::template, VIEWER);
        for (String address : List.of("/import", "/roadmaps/{key}/import")) {
            routes.get(address, files.imports()::form, OFFICER);
            routes.post(address, files.imports()::take, OFFICER);
        }
        routes.get("/imports/{upload}", files.looks()::show, OFFICER_SOMEWHERE);
        routes.post("/imports/{upload}", files.looks()::choose, OFFICER_SOMEWHERE);
    }

    /** The short forms of one kind of fact. */
    private void entries(RoutesConfig routes, FactKind kind) {
        EntryPages forms = new EntryPages(parts, pages, kind);
        RemovalPages removals = new RemovalPages(parts, pages, kind);
        String all = "/roadmaps/{key}/" + kind.word();
        routes.get(all + "/new", forms::add, OFFICER);
        routes.post(all + "/new", forms::create, OFFICER);
        routes.get(all + "/{fact}", forms::edit, OFFICER);
        routes.post(all + "/{fact}", forms::change, OFFICER);
        routes.get(all + "/{fact}/remove", removals::ask, OFFICER);
        routes.post(all + "/{fact}/remove", removals::remove, OFFICER);
    }

    private static void asset(Context ctx) {
        String name = ctx.pathParam("name");
        byte[] content = Assets.find(name).orElseThrow(NotFoundResponse::new);
        boolean current = ctx.pathParam("version").equals(Assets.VERSION);
        ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.contentType(Assets.type(name)).result(content);
    }
}

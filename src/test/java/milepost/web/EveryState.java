package milepost.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.facts.Severity;
import milepost.flags.Act;
import milepost.flags.Decider;
import milepost.flags.Decision;
import milepost.flags.Flag;
import milepost.flags.FlagQuery;
import milepost.flags.FlagRef;
import milepost.flags.Triage;
import milepost.web.EveryPage.Stop;
import milepost.web.api.Client;
import milepost.web.layout.Pages;
import milepost.web.news.Streams;
import milepost.web.operation.Metrics;

/** The stops of the walk: every page of every role, and the states that a page comes into by what is done on it. */
final class EveryState {
    private static final Decider MARA = new Decider("mara", Severity.CRITICAL);
    private static final LocalDate TODAY = LocalDate.parse("2025-12-03");

    private final Site site;
    private final List<Stop> stops = new ArrayList<>();
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);

    private EveryState(Site site) {
        this.site = site;
    }

    /** Walks through a new server, one with the example and what people did on it, and one with many milestones. */
    static void walk(List<String> names) {
        try (Site empty = Site.empty("2025-12-03T09:00:00Z")) {
            EveryState of = new EveryState(empty);
            for (String path : List.of(
                    "/",
                    "/flags",
                    "/forecast",
                    "/inbox",
                    "/brief",
                    "/search?q=bridge",
                    "/account",
                    "/account/notifications",
                    "/admin/deliveries",
                    "/admin/trail",
                    "/admin",
                    "/import",
                    "/roadmaps/new",
                    "/draft",
                    "/shadow",
                    "/rulesets",
                    "/rules")) {
                of.at(Role.ADMIN, path);
            }
            of.visit("empty", names);
        }
        try (Site full = Site.open("2025-11-24T09:00:00Z")) {
            EveryState of = new EveryState(full);
            of.fill();
            of.manager();
            of.officer();
            of.plain();
            of.others();
            of.visit("full", names);
            of.missing();
        }
        try (Site many = Site.open("2026-03-02T09:00:00Z")) {
            many.roadmaps().sweep();
            ManyMilestonesTest.fill(many, 300);
            EveryState of = new EveryState(many);
            for (String path : List.of(
                    "/",
                    "/flags?state=open",
                    "/flags?state=open&floods=1",
                    "/roadmaps/REE",
                    "/roadmaps/REE?open=Mining&status=PLANNED&hide=Due",
                    "/roadmaps/REE?group=owner&page=2",
                    "/roadmaps/REE?q=nothing+at+all",
                    "/forecast",
                    "/roadmaps/REE/brief",
                    "/roadmaps/REE/slips",
                    "/roadmaps/REE/history")) {
                of.at(Role.MANAGER, path);
            }
            of.visit("many", names);
        }
    }

    private void visit(String place, List<String> names) {
        EveryPage every = new EveryPage(site, place);
        for (Stop stop : stops) {
            if (names.isEmpty() || names.stream().anyMatch((place + "-" + stop.name())::startsWith)) {
                every.visit(stop);
            }
        }
    }

    private void at(Role role, String path) {
        stop(name(path), role, path, Stop.NOTHING);
    }

    private void stop(String name, Role role, String path, Consumer<Page> before) {
        stops.add(new Stop(name, role, path, before));
    }

    private static String name(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() ? "portfolio" : name.substring(0, Math.min(60, name.length()));
    }

    /** What people did before the walk. */
    private void fill() {
        site.roadmaps().sweep();
        site.clock().set("2025-12-03T09:00:00Z");
        site.roadmaps().sweep();
        Client manager = client(Role.MANAGER);
        for (String key : List.of("REE-2", "REE-7")) {
            String path = "/roadmaps/REE/milestones/" + key;
            manager.patch(
                    path,
                    "{\"owner\": \"officer\"}",
                    "If-Match",
                    manager.get(path).header("ETag"));
        }
        manager.post(
                "/roadmaps/REE/updates",
                "{\"milestone\": \"REE-2\", \"key\": \"u-1\", \"date\": \"2025-12-02\", \"progress\": 40, \"text\": \"Four of seven piers stand\"}");
        manager.post("/roadmaps/REE/milestones/REE-2/comments", "{\"text\": \"Seen on the site\"}");
        manager.post(
                "/roadmaps/REE/ratings",
                "{\"key\": \"r-1\", \"level\": \"RED\", \"date\": \"2025-12-01\", \"milestone\": \"REE-7\", \"commentary\": \"No plant will be ready\", \"plan\": \"Buy capacity\", \"responsible\": \"K. Osei\", \"reviewOn\": \"2025-12-20\"}");
        manager.post(
                "/roadmaps/REE/ratings",
                "{\"key\": \"r-2\", \"level\": \"AMBER\", \"date\": \"2025-12-01\", \"commentary\": \"The order is late\"}");
        manager.post(
                "/roadmaps/REE/periods",
                "{\"name\": \"November 2025\", \"from\": \"2025-11-01\", \"to\": \"2025-11-30\"}");
        manager.post(
                "/roadmaps/REE/baselines",
                "{\"name\": \"Before the directive\", \"at\": \"2025-10-31\", \"reason\": \"For the ministry\", \"approver\": \"K. Osei\"}");
        List<Flag> flags = site.flags().list(FlagQuery.counted().ofRule("plan/no-due-date"));
        decide(flags.get(0), new Decision(Triage.ACCEPTED, "Agreed with the ministry", TODAY.plusDays(30)));
        decide(flags.get(1), new Decision(Triage.FALSE_POSITIVE, "It has no date by its nature", null));
        decide(flags.get(2), new Decision(Triage.ACKNOWLEDGED, null, null));
        act(flags.get(2), new Act.Comment("A long comment <b>with markup</b> ".repeat(200)));
        act(flags.get(2), new Act.Assign("officer", key -> true));
        act(worst(), new Act.Rate(Severity.HIGH, "The order is being printed"));
        act(worst(), new Act.Assign("manager", key -> true));
        for (Role role : Role.values()) {
            site.flags().views().save(Site.name(role), "High by rule", "/flags?severity=HIGH&group=rule", false);
            client(role)
                    .post(
                            "/subscriptions",
                            "{\"channel\": \"WEBHOOK\", \"target\": \"https://hooks.example.org/x\", \"roadmap\": \"REE\", \"occasions\": [\"RAISED\"]}");
        }
        site.parts().desk().links().create(site.people().active("name", "officer"), "REE", "REE-2");
        site.givenUp();
        Foreign.roadmap(site);
        var admin = site.people().active("by", Site.name(Role.ADMIN));
        site.parts()
                .members()
                .set(new Memberships.Place(admin, "ZANZ"), site.people().active("p", "viewer"), Role.OFFICER, null);
        client(Role.ADMIN).get("/roadmaps");
    }

    /** Every address that a role may ask for. */
    private void plain() {
        long flag = worst().id();
        long resolved = site.flags().list(FlagQuery.all()).stream()
                .filter(f -> f.state().name().equals("RESOLVED"))
                .findFirst()
                .orElseThrow()
                .id();
        long commented = site.flags()
                .list(FlagQuery.active().decided(List.of(Triage.ACKNOWLEDGED)))
                .get(0)
                .id();
        long accepted = site.flags()
                .list(FlagQuery.active().decided(List.of(Triage.ACCEPTED)))
                .get(0)
                .id();
        List<String> paths = List.of(
                "/",
                "/?asOf=2025-10-31",
                "/?asOf=2026-12-31",
                "/flags",
                "/flags?state=open",
                "/flags?state=accepted",
                "/flags?state=resolved",
                "/flags?state=false-positive",
                "/flags?group=assignee&severity=HIGH",
                "/flags?q=nothing",
                "/flags?asOf=2025-11-24",
                "/flags?asOf=2027-01-02",
                "/flags?asOf=rubbish",
                "/flags?why=" + flag,
                "/flags/" + flag,
                "/flags/" + resolved,
                "/flags/" + commented,
                "/flags/" + accepted,
                "/flags/" + flag + "?asOf=2025-12-02",
                "/flags/" + flag + "/try/1",
                "/flags/999999",
                "/forecast",
                "/forecast?months=24&roadmap=REE",
                "/forecast?asOf=2025-11-24",
                "/rules",
                "/rules?q=nothing",
                "/rules/guide",
                "/guide/checks/never-matches",
                "/rules/schedule/deadline-missed",
                "/rules/schedule/deadline-missed?tab=cases",
                "/rules/schedule/deadline-missed?tab=versions",
                "/rules/schedule/deadline-missed?tab=source",
                "/rules/nothing/here",
                "/rules/new",
                "/rules/case?rule=plan/no-owner&roadmap=REE&subject=REE-4",
                "/rules/schedule/deadline-missed/edit",
                "/draft",
                "/shadow",
                "/rulesets",
                "/rulesets/1",
                "/search?q=bridge",
                "/search?q=nothing+like+this",
                "/inbox",
                "/inbox?open=REE/REE-2",
                "/brief",
                "/account",
                "/account/notifications",
                "/password",
                "/docs/api",
                "/docs/api/patchRoadmapsRoadmapMilestonesKey",
                "/import",
                "/roadmaps/new",
                "/admin",
                "/admin/people",
                "/admin/people/officer",
                "/admin/trail",
                "/admin/deliveries",
                "/roadmaps/ZANZ",
                "/sign-in",
                "/nothing/here");
        List<String> roadmap = List.of(
                "",
                "?asOf=2025-10-31",
                "?asOf=2027-01-02",
                "?group=stream",
                "?m=REE-2",
                "?sort=-due&hide=Forecast",
                "?q=nothing",
                "?asOf=rubbish",
                "/edit",
                "/confidence",
                "/confidence?milestone=REE-7",
                "/milestones/new",
                "/milestones/REE-2",
                "/milestones/REE-1",
                "/milestones/REE-1?asOf=2025-10-31",
                "/milestones/NONE",
                "/milestones/REE-7/remove",
                "/milestones/REE-2/history",
                "/milestones/REE-1/baseline",
                "/milestones/REE-7/cell/owner",
                "/milestones/REE-7/cell/due",
                "/history",
                "/history?who=nobody",
                "/changes/5",
                "/changes/4/undo",
                "/compare",
                "/compare?from=2025-09-30",
                "/compare?from=rubbish",
                "/brief",
                "/brief?period=November+2025",
                "/brief?asOf=2025-10-31",
                "/slips",
                "/baselines",
                "/baselines/before-the-directive/remove",
                "/calendar",
                "/periods",
                "/members",
                "/import",
                "/indicators/new",
                "/indicators/output-share",
                "/indicators/output-share/remove",
                "/observations/new",
                "/observations/reserves-15-2023",
                "/observations/reserves-15-2023/remove",
                "/restrictions/new",
                "/restrictions/western-sanctions",
                "/restrictions/western-sanctions/remove",
                "/events/new",
                "/events/roadmap-agreed",
                "/events/roadmap-agreed/remove");
        for (Role role : List.of(Role.ADMIN, Role.MANAGER, Role.OFFICER, Role.VIEWER, Role.AUTHOR)) {
            paths.forEach(path -> at(role, path));
            roadmap.forEach(path -> at(role, "/roadmaps/REE" + path));
        }
    }

    private void manager() {
        Role m = Role.MANAGER;
        stop("board-selected", m, "/flags?state=open", page -> tick(page, 2));
        stop("board-accept", m, "/flags?state=open", page -> ask(page, "accept"));
        stop("board-accept-422", m, "/flags?state=open", page -> {
            ask(page, "accept");
            send(page, "dialog form");
        });
        stop("board-false", m, "/flags?state=open", page -> ask(page, "false-positive"));
        stop("board-assign", m, "/flags?state=open", page -> ask(page, "assign"));
        stop("board-severity-422", m, "/flags?state=open", page -> {
            ask(page, "severity");
            send(page, "dialog form");
        });
        stop("board-undo", m, "/flags?state=open", page -> {
            tick(page, 2);
            page.locator("#bulk button[value=acknowledge]").click();
            page.waitForSelector("#results");
        });
        stop("board-partly", m, "/flags?state=open", page -> {
            tick(page, 2);
            Flag first = site.flags()
                    .flag(Long.parseLong(page.locator("td.chk input:checked")
                            .first()
                            .inputValue()
                            .split("[^0-9]")[0]));
            act(first, new Act.Comment("meanwhile"));
            decide(first, new Decision(Triage.ACCEPTED, "Agreed", TODAY.plusDays(3)));
            page.locator("#bulk button[value=acknowledge]").click();
            page.waitForSelector("#results");
        });
        stop("board-live", m, "/flags?state=open", page -> {
            page.waitForSelector("#live-state:has-text('Live')");
            Client client = client(Role.ADMIN);
            String path = "/roadmaps/REE/milestones/REE-5";
            String owner = client.get(path).text().contains("\"A. B.\"") ? "C. D." : "A. B.";
            client.patch(
                    path,
                    "{\"owner\": \"" + owner + "\"}",
                    "If-Match",
                    client.get(path).header("ETag"));
            page.waitForSelector("#live .note");
        });
        stop("board-why", m, "/flags?state=open", page -> {
            page.locator("[data-why]").first().click();
            page.waitForSelector(".whyrow:not([hidden]) .why");
        });
        stop("board-keys", m, "/flags?state=open", page -> page.keyboard().press("?"));
        stop("board-view-422", m, "/flags?state=open", page -> {
            page.getByText("Save view").first().click();
            page.evaluate("() => document.querySelector('.menu[open] form').setAttribute('novalidate','')");
            send(page, ".menu[open] form");
        });
        stop("flag-422", m, "/flags/" + worst().id(), page -> {
            page.getByText("Accept until a date").first().click();
            send(page, "#decide form");
        });
        stop("flag-409", m, "/flags/" + worst().id(), page -> {
            act(worst(), new Act.Decide(new Decision(Triage.ACKNOWLEDGED, null, null)));
            page.getByLabel("Reason").first().fill("typed before");
            send(page, "#decide form");
        });
        stop("confidence-422", m, "/roadmaps/REE/confidence?milestone=REE-7", page -> {
            page.locator("input[value=RED]").check();
            send(page, "#rate form, form#rate");
        });
        stop("periods-422", m, "/roadmaps/REE/periods", page -> send(page, "main form:has(.fld)"));
        stop("baselines-422", m, "/roadmaps/REE/baselines", page -> send(page, "main form:has(.fld)"));
        stop("rebaseline-422", m, "/roadmaps/REE/milestones/REE-1/baseline", page -> send(page, "main form:has(.fld)"));
        stop("calendar-422", m, "/roadmaps/REE/calendar", page -> send(page, "main form[method=post]"));
        stop("members-422", Role.ADMIN, "/roadmaps/ZANZ/members", Stop.NOTHING);
        stop("notifications-422", m, "/account/notifications", page -> {
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            send(page, "main form:has(.fld)");
        });
        stop("account-422", m, "/account", page -> send(page, "main form:has(.fld)"));
        stop("password-422", m, "/password", page -> send(page, "main form:has(.fld)"));
    }

    private void officer() {
        Role o = Role.OFFICER;
        String two = "/roadmaps/REE/milestones/REE-2";
        stop("milestone-422", o, two, page -> {
            page.fill("#f-due", "when it snows");
            save(page);
        });
        stop("milestone-preview", o, two, page -> {
            page.fill("#f-forecast", "Mar 2027");
            page.waitForTimeout(1500);
        });
        stop("milestone-409", o, two, page -> {
            page.fill("#f-owner", "Mine");
            other();
            save(page);
        });
        stop("milestone-saved", o, two, page -> {
            page.fill("#f-reason", "told");
            page.fill("#f-stream", "Logistics " + System.nanoTime());
            save(page);
            page.waitForSelector(".note.good");
        });
        stop("milestone-new-422", o, "/roadmaps/REE/milestones/new", EveryState::save);
        stop("inbox-422", o, "/inbox?open=REE/REE-2", page -> {
            page.fill("#f-report-progress", "most");
            send(page, "form[aria-label^='Report']");
        });
        stop("inbox-409", o, "/inbox?open=REE/REE-2", page -> {
            page.fill("#f-report-progress", "44");
            page.fill("#f-report-text", "so");
            other();
            send(page, "form[aria-label^='Report']");
        });
        stop("inbox-saved", o, "/inbox?open=REE/REE-2", page -> {
            page.fill("#f-report-progress", "45");
            page.fill("#f-report-text", "so");
            send(page, "form[aria-label^='Report']");
        });
        stop("cell", o, "/roadmaps/REE", page -> {
            page.locator("[hx-get*='REE-7/cell/due']").first().click();
            page.waitForSelector("form.edit");
        });
        stop("cell-422", o, "/roadmaps/REE", page -> {
            page.locator("[hx-get*='REE-7/cell/due']").first().click();
            page.fill("form.edit input:not([type=hidden])", "never");
            page.keyboard().press("Enter");
            page.waitForSelector("form.edit .err");
        });
        stop("cell-saved", o, "/roadmaps/REE", page -> {
            page.locator("[hx-get*='REE-7/cell/owner']").first().click();
            page.fill("form.edit input:not([type=hidden])", "K. Osei");
            page.keyboard().press("Enter");
            page.waitForSelector("#saved button");
        });
        stop("drawer", o, "/roadmaps/REE", page -> {
            page.locator("#m-REE-2 a.main").first().click();
            page.waitForSelector("#drawer[open] h2, #drawer[open] h1");
        });
        stop("edit-422", o, "/roadmaps/REE/edit", page -> {
            page.fill("#f-title", "");
            save(page);
        });
        stop("roadmap-new-422", o, "/roadmaps/new", EveryState::save);
        for (String kind : List.of("indicators", "observations", "restrictions", "events")) {
            stop(kind + "-422", o, "/roadmaps/REE/" + kind + "/new", EveryState::save);
        }
        stop(
                "import-look",
                o,
                "/roadmaps/REE/import",
                page -> upload(
                        page,
                        "key,Title,Deadline,In charge,Budget\nREE-1,,1 Mar 2026,A. Petrov,5\nREE-90,Pilot line opens,15 Mar 2027,,\nREE-91,,1/012/2014,,\n"));
        stop("import-422", o, "/roadmaps/REE/import", page -> send(page, "main form:has(input[type=file])"));
        stop("undo-409", o, "/roadmaps/REE/changes/4/undo", page -> send(page, "main form[method=post]"));
        String link = site.parts()
                .desk()
                .links()
                .create(site.people().active("name", "officer"), "REE", "REE-2")
                .secret();
        stop("update-link", o, "/update/" + link, Stop.NOTHING);
        stop("update-link-422", o, "/update/" + link, page -> send(page, "main form"));
        stop("update-link-ended", o, "/update/none", Stop.NOTHING);
        stop("update-link-used", o, "/update/" + link, page -> {
            page.fill("#f-report-text", "All is well");
            send(page, "main form");
        });
    }

    private void others() {
        Role a = Role.AUTHOR;
        stop("edit-mistake", a, "/rules/plan/no-owner/edit", page -> {
            page.locator(".cm-content").click();
            page.keyboard().press("Control+Home");
            page.keyboard().type("oops ");
            page.waitForTimeout(2500);
        });
        stop("draft-filled", a, "/draft", Stop.NOTHING);
        stop("rule-new-422", a, "/rules/new", page -> send(page, "main form:has(.fld)"));
        stop("restore-422", a, "/rulesets/1", page -> {
            if (page.locator("main form:has(textarea), main form:has(input#comment)")
                            .count()
                    > 0) {
                send(page, "main form:has(.fld)");
            }
        });
        stop("people-422", Role.ADMIN, "/admin/people", page -> send(page, "main form:has(.fld)"));
        stop(
                "people-link",
                Role.ADMIN,
                "/admin/people/viewer",
                page -> page.locator("form[action$='/link'] button").first().click());
        stop("account-token", Role.ADMIN, "/account", page -> {
            page.fill("main form:has(.fld) input[name=name]", "my program " + System.nanoTime());
            send(page, "main form:has(.fld)");
        });
        stop("calendar-made", Role.ADMIN, "/roadmaps/REE/calendar", page -> {
            Locator name = page.locator("main form[method=post] input:not([type=hidden])");
            if (name.count() > 0) {
                name.first().fill("phone");
            }
            send(page, "main form[method=post]");
        });
        stop(
                "notifications-made",
                Role.ADMIN,
                "/account/notifications",
                page -> page.locator("form[action$='/feed'] button").first().click());
        stop(
                "notification",
                Role.ADMIN,
                "/account/notifications",
                page -> page.locator("a[href^='/account/notifications/']")
                        .first()
                        .click());
        stop(
                "bar-menu",
                Role.ADMIN,
                "/",
                page -> page.locator(".bar .menu summary").click());
        stop("sign-in-link", Role.VIEWER, "/sign-in/link/" + site.people().link("viewer"), Stop.NOTHING);
        stop("sign-in-link-ended", Role.VIEWER, "/sign-in/link/none", Stop.NOTHING);
        stop("unsubscribe-ended", Role.VIEWER, "/unsubscribe/none", Stop.NOTHING);
        var one = site.parts().news().subscriptions().of("viewer").get(0);
        stop(
                "unsubscribe",
                Role.VIEWER,
                "/unsubscribe/" + one.id() + "." + one.keys().ending(),
                Stop.NOTHING);
        stop(
                "unsubscribed",
                Role.VIEWER,
                "/unsubscribe/" + one.id() + "." + one.keys().ending(),
                page -> send(page, "main form"));
        stop("signed-out", Role.AUTHOR, "/", page -> {
            page.locator(".bar .menu summary").click();
            page.locator("form[action='/sign-out'] button").click();
        });
        stop("signed-out-422", Role.AUTHOR, "/sign-in", page -> send(page, "main form"));
    }

    /** Names the pages that no stop shows. */
    private void missing() {
        List<String> shown = stops.stream()
                .map(stop -> stop.path().replaceFirst("[?].*", ""))
                .toList();
        TreeSet<String> routes = new TreeSet<>();
        Javalin.create(config -> {
            config.events.handlerAdded(info -> {
                if (info.getHttpMethod().toString().equals("GET")) {
                    routes.add(info.getPath());
                }
            });
            new Routes(site.parts(), new Pages(site.parts()), new Metrics(site.parts()), new Streams(site.parts()))
                    .register(config.routes);
        });
        System.out.println("Not visited: "
                + routes.stream()
                        .filter(route -> !route.startsWith("/api/"))
                        .filter(route -> {
                            String pattern = Stream.of(route.split("(?=[{<])|(?<=[}>])"))
                                    .map(part -> part.matches("[{<].*") ? "[^/]+" : java.util.regex.Pattern.quote(part))
                                    .collect(Collectors.joining());
                            return shown.stream().noneMatch(path -> path.matches(pattern));
                        })
                        .toList());
    }

    private Client client(Role role) {
        return clients.computeIfAbsent(role, r -> Client.of(site, r));
    }

    private Flag worst() {
        return site.flags()
                .list(FlagQuery.active().ofRule("schedule/deadline-missed"))
                .get(0);
    }

    private void decide(Flag flag, Decision decision) {
        act(flag, new Act.Decide(decision));
    }

    private void act(Flag flag, Act act) {
        site.flags().triaging().act(MARA, new FlagRef(flag.id(), null), act, TODAY);
    }

    /** Somebody else saves the bridge. */
    private void other() {
        Client client = client(Role.ADMIN);
        String path = "/roadmaps/REE/milestones/REE-2";
        client.patch(
                path,
                "{\"owner\": \"Officer " + System.nanoTime() + "\", \"progress\": " + System.nanoTime() % 90 + "}",
                "If-Match",
                client.get(path).header("ETag"));
    }

    private static void tick(Page page, int flags) {
        for (int i = 0; i < flags; i++) {
            page.locator("td.chk input").nth(i).check();
        }
    }

    private static void ask(Page page, String action) {
        tick(page, 2);
        page.locator("#bulk button[value=" + action + "]").click();
        page.waitForSelector("dialog[open]");
    }

    private static void save(Page page) {
        send(page, "main form:has(.btn.pri)");
    }

    /** Sends a form without what the browser would ask for first, and waits for the answer. */
    private static void send(Page page, String form) {
        Locator sent = page.locator(form).first();
        sent.evaluate("f => f.setAttribute('novalidate', '')");
        Locator button = sent.locator("button.pri, button:not([type=button])").last();
        page.waitForResponse(answer -> answer.request().method().equals("POST"), button::click);
        page.waitForTimeout(200);
        page.waitForLoadState();
    }

    private static void upload(Page page, String text) {
        page.setInputFiles(
                "input[type=file]", new FilePayload("board.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        send(page, "main form:has(input[type=file])");
    }
}

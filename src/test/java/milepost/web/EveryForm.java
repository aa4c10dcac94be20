package milepost.web;

import com.microsoft.playwright.Locator;
import java.util.List;
import milepost.access.Role;
import milepost.web.EveryPage.Stop;

/** States of all other forms: refused, saved over by somebody else, saved. */
final class EveryForm {
    private final EveryStage stage;
    private final EveryStops stops;

    EveryForm(EveryStage stage, EveryStops stops) {
        this.stage = stage;
        this.stops = stops;
    }

    void add() {
        officer();
        manager();
        others();
    }

    private void officer() {
        Role o = Role.OFFICER;
        String two = "/roadmaps/REE/milestones/REE-2";
        stops.stop("milestone-422", o, two, page -> {
            page.fill("#f-due", "when it snows");
            EveryStops.save(page);
        });
        stops.stop("milestone-preview", o, two, page -> {
            page.fill("#f-forecast", "Mar 2027");
            page.waitForTimeout(1500);
        });
        stops.stop("milestone-409", o, two, page -> {
            page.fill("#f-owner", "Mine");
            stage.other();
            EveryStops.save(page);
        });
        stops.stop("milestone-saved", o, two, page -> {
            page.fill("#f-reason", "told");
            page.fill("#f-stream", "Logistics " + System.nanoTime());
            EveryStops.save(page);
            page.waitForSelector(".note.good");
        });
        stops.stop("milestone-new-422", o, "/roadmaps/REE/milestones/new", EveryStops::save);
        stops.stop("cell", o, "/roadmaps/REE", page -> {
            page.locator("[hx-get*='REE-7/cell/due']").first().click();
            page.waitForSelector("form.edit");
        });
        stops.stop("cell-422", o, "/roadmaps/REE", page -> {
            page.locator("[hx-get*='REE-7/cell/due']").first().click();
            page.fill("form.edit input:not([type=hidden])", "never");
            page.keyboard().press("Enter");
            page.waitForSelector("form.edit .err");
        });
        stops.stop("cell-saved", o, "/roadmaps/REE", page -> {
            page.locator("[hx-get*='REE-7/cell/owner']").first().click();
            page.fill("form.edit input:not([type=hidden])", "K. Osei");
            page.keyboard().press("Enter");
            page.waitForSelector("#saved button");
        });
        stops.stop("drawer", o, "/roadmaps/REE", page -> {
            page.locator("#m-REE-2 a.main").first().click();
            page.waitForSelector("#drawer[open] h2, #drawer[open] h1");
        });
        stops.stop("edit-422", o, "/roadmaps/REE/edit", page -> {
            page.fill("#f-title", "");
            EveryStops.save(page);
        });
        stops.stop("roadmap-new-422", o, "/roadmaps/new", EveryStops::save);
        for (String kind : List.of("indicators", "observations", "restrictions", "events")) {
            stops.stop(kind + "-422", o, "/roadmaps/REE/" + kind + "/new", EveryStops::save);
        }
        stops.stop(
                "import-look",
                o,
                "/roadmaps/REE/import",
                page -> EveryStops.upload(
                        page,
                        "key,Title,Deadline,In charge,Budget\nREE-1,,1 Mar 2026,A. Petrov,5\nREE-90,Pilot line opens,15 Mar 2027,,\nREE-91,,1/012/2014,,\n"));
        stops.stop(
                "import-422",
                o,
                "/roadmaps/REE/import",
                page -> EveryStops.send(page, "main form:has(input[type=file])"));
        stops.stop(
                "undo-409", o, "/roadmaps/REE/changes/4/undo", page -> EveryStops.send(page, "main form[method=post]"));
    }

    private void manager() {
        Role m = Role.MANAGER;
        stops.stop("periods-422", m, "/roadmaps/REE/periods", page -> EveryStops.send(page, "main form:has(.fld)"));
        stops.stop("baselines-422", m, "/roadmaps/REE/baselines", page -> EveryStops.send(page, "main form:has(.fld)"));
        stops.stop(
                "rebaseline-422",
                m,
                "/roadmaps/REE/milestones/REE-1/baseline",
                page -> EveryStops.send(page, "main form:has(.fld)"));
        stops.stop(
                "calendar-422", m, "/roadmaps/REE/calendar", page -> EveryStops.send(page, "main form[method=post]"));
        stops.stop("members-422", Role.ADMIN, "/roadmaps/ZANZ/members", Stop.NOTHING);
        stops.stop("notifications-422", m, "/account/notifications", page -> {
            page.evaluate("() => document.querySelectorAll('details').forEach(d => d.open = true)");
            EveryStops.send(page, "main form:has(.fld)");
        });
        stops.stop("account-422", m, "/account", page -> EveryStops.send(page, "main form:has(.fld)"));
        stops.stop("password-422", m, "/password", page -> EveryStops.send(page, "main form:has(.fld)"));
    }

    private void others() {
        Role a = Role.AUTHOR;
        stops.stop("edit-mistake", a, "/rules/plan/no-owner/edit", page -> {
            page.locator("#rule-text").click();
            page.keyboard().press("Control+Home");
            page.keyboard().type("oops ");
            page.waitForTimeout(2500);
        });
        stops.stop("draft-filled", a, "/draft", Stop.NOTHING);
        stops.stop("rule-new-422", a, "/rules/new", page -> EveryStops.send(page, "main form:has(.fld)"));
        stops.stop("restore-422", a, "/rulesets/1", page -> {
            if (page.locator("main form:has(textarea), main form:has(input#comment)")
                            .count()
                    > 0) {
                EveryStops.send(page, "main form:has(.fld)");
            }
        });
        stops.stop("people-422", Role.ADMIN, "/admin/people", page -> EveryStops.send(page, "main form:has(.fld)"));
        stops.stop(
                "people-link",
                Role.ADMIN,
                "/admin/people/viewer",
                page -> page.locator("form[action$='/link'] button").first().click());
        stops.stop("account-token", Role.ADMIN, "/account", page -> {
            page.locator("main form:has(.fld) input:not([type=hidden])")
                    .first()
                    .fill("my program " + System.nanoTime());
            EveryStops.send(page, "main form:has(.fld)");
        });
        stops.stop("calendar-made", Role.ADMIN, "/roadmaps/REE/calendar", page -> {
            Locator name = page.locator("main form[method=post] input:not([type=hidden])");
            if (name.count() > 0) {
                name.first().fill("phone");
            }
            EveryStops.send(page, "main form[method=post]");
        });
        stops.stop(
                "notifications-made",
                Role.ADMIN,
                "/account/notifications",
                page -> page.locator("form[action$='/feed'] button").first().click());
        stops.stop(
                "notification",
                Role.ADMIN,
                "/account/notifications",
                page -> page.locator("a[href^='/account/notifications/']")
                        .first()
                        .click());
        stops.stop(
                "bar-menu",
                Role.ADMIN,
                "/",
                page -> page.locator(".bar .menu summary").click());
        stops.stop(
                "sign-in-link",
                Role.VIEWER,
                "/sign-in/link/" + stage.site().people().link("viewer"),
                Stop.NOTHING);
        stops.stop("sign-in-link-ended", Role.VIEWER, "/sign-in/link/none", Stop.NOTHING);
        stops.stop("unsubscribe-ended", Role.VIEWER, "/unsubscribe/none", Stop.NOTHING);
        var one = stage.site().parts().news().subscriptions().of("viewer").get(0);
        stops.stop(
                "unsubscribe",
                Role.VIEWER,
                "/unsubscribe/" + one.id() + "." + one.keys().ending(),
                Stop.NOTHING);
        stops.stop(
                "unsubscribed",
                Role.VIEWER,
                "/unsubscribe/" + one.id() + "." + one.keys().ending(),
                page -> EveryStops.send(page, "main form"));
        stops.stop("signed-out", Role.AUTHOR, "/", page -> {
            page.locator(".bar .menu summary").click();
            page.locator("form[action='/sign-out'] button").click();
        });
        stops.stop("signed-out-422", Role.AUTHOR, "/sign-in", page -> EveryStops.send(page, "main form"));
    }
}

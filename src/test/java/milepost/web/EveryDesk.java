package milepost.web;

import milepost.access.Role;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.web.EveryPage.Stop;
import milepost.web.api.Client;

/** States of the desks: the list of flags, a flag, ratings, the inbox and links to report by. */
final class EveryDesk {
    private final EveryStage stage;
    private final EveryStops stops;

    EveryDesk(EveryStage stage, EveryStops stops) {
        this.stage = stage;
        this.stops = stops;
    }

    void add() {
        manager();
        inbox();
    }

    private void manager() {
        Role m = Role.MANAGER;
        stops.stop("board-selected", m, "/flags?state=open", page -> EveryStops.tick(page, 2));
        stops.stop("board-accept", m, "/flags?state=open", page -> EveryStops.ask(page, "accept"));
        stops.stop("board-accept-422", m, "/flags?state=open", page -> {
            EveryStops.ask(page, "accept");
            EveryStops.send(page, "dialog form");
        });
        stops.stop("board-false", m, "/flags?state=open", page -> EveryStops.ask(page, "false-positive"));
        stops.stop("board-assign", m, "/flags?state=open", page -> EveryStops.ask(page, "assign"));
        stops.stop("board-severity-422", m, "/flags?state=open", page -> {
            EveryStops.ask(page, "severity");
            EveryStops.send(page, "dialog form");
        });
        stops.stop("board-undo", m, "/flags?state=open", page -> {
            EveryStops.tick(page, 2);
            page.locator("#bulk button[value=acknowledge]").click();
            page.waitForSelector("#results");
        });
        stops.stop("board-partly", m, "/flags?state=open", page -> {
            EveryStops.tick(page, 2);
            Flag first = stage.site()
                    .flags()
                    .flag(Long.parseLong(page.locator("td.chk input:checked")
                            .first()
                            .inputValue()
                            .split("[^0-9]")[0]));
            stage.act(first, new Act.Comment("meanwhile"));
            stage.decide(first, new Decision(Triage.ACCEPTED, "Agreed", EveryStage.TODAY.plusDays(3)));
            page.locator("#bulk button[value=acknowledge]").click();
            page.waitForSelector("#results");
        });
        stops.stop("board-live", m, "/flags?state=open", page -> {
            page.waitForSelector("#live-state:has-text('Live')");
            Client client = stage.client(Role.ADMIN);
            String path = "/roadmaps/REE/milestones/REE-5";
            String owner = client.get(path).text().contains("\"A. B.\"") ? "C. D." : "A. B.";
            client.patch(
                    path,
                    "{\"owner\": \"" + owner + "\"}",
                    "If-Match",
                    client.get(path).header("ETag"));
            page.waitForSelector("#live .note");
        });
        stops.stop("board-why", m, "/flags?state=open", page -> {
            page.locator("[data-why]").first().click();
            page.waitForSelector(".whyrow:not([hidden]) .why");
        });
        stops.stop("board-keys", m, "/flags?state=open", page -> page.keyboard().press("?"));
        stops.stop("board-view-422", m, "/flags?state=open", page -> {
            page.getByText("Save view").first().click();
            page.evaluate("() => document.querySelector('.menu[open] form').setAttribute('novalidate','')");
            EveryStops.send(page, ".menu[open] form");
        });
        stops.stop("flag-422", m, "/flags/" + stage.worst().id(), page -> {
            page.locator("#decide input[value=accept]").check();
            EveryStops.send(page, "#decide form");
        });
        stops.stop("flag-409", m, "/flags/" + stage.worst().id(), page -> {
            stage.act(stage.worst(), new Act.Decide(new Decision(Triage.ACKNOWLEDGED, null, null)));
            page.getByLabel("Reason").first().fill("typed before");
            EveryStops.send(page, "#decide form");
        });
        stops.stop("confidence-422", m, "/roadmaps/REE/confidence?milestone=REE-7", page -> {
            page.locator("input[value=RED]").check();
            EveryStops.send(page, "#rate form, form#rate");
        });
    }

    private void inbox() {
        Role o = Role.OFFICER;
        stops.stop("inbox-422", o, "/inbox?open=REE/REE-2", page -> {
            page.fill("#f-report-progress", "most");
            EveryStops.send(page, "form[aria-label^='Report']");
        });
        stops.stop("inbox-409", o, "/inbox?open=REE/REE-2", page -> {
            page.fill("#f-report-progress", "44");
            page.fill("#f-report-text", "so");
            stage.other();
            EveryStops.send(page, "form[aria-label^='Report']");
        });
        stops.stop("inbox-saved", o, "/inbox?open=REE/REE-2", page -> {
            page.fill("#f-report-progress", "45");
            page.fill("#f-report-text", "so");
            EveryStops.send(page, "form[aria-label^='Report']");
        });
        String link = stage.site()
                .parts()
                .desk()
                .links()
                .create(stage.site().people().active("name", "officer"), "REE", "REE-2")
                .secret();
        stops.stop("update-link", o, "/update/" + link, Stop.NOTHING);
        stops.stop("update-link-422", o, "/update/" + link, page -> EveryStops.send(page, "main form"));
        stops.stop("update-link-ended", o, "/update/none", Stop.NOTHING);
        stops.stop("update-link-used", o, "/update/" + link, page -> {
            page.fill("#f-report-text", "All is well");
            EveryStops.send(page, "main form");
        });
    }
}

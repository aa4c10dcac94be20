package milepost.web;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import milepost.access.Role;
import milepost.web.EveryPage.Stop;

/** The stops of a walk as they are put together, and what hands do on pages there. */
final class EveryStops {
    private final List<Stop> stops = new ArrayList<>();

    List<Stop> all() {
        return stops;
    }

    void at(Role role, String path) {
        stop(name(path), role, path, Stop.NOTHING);
    }

    void stop(String name, Role role, String path, Consumer<Page> before) {
        stops.add(new Stop(name, role, path, before));
    }

    private static String name(String path) {
        String name = path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.isEmpty() ? "portfolio" : name.substring(0, Math.min(60, name.length()));
    }

    static void tick(Page page, int flags) {
        for (int i = 0; i < flags; i++) {
            page.locator("td.chk input").nth(i).check();
        }
    }

    static void ask(Page page, String action) {
        tick(page, 2);
        page.locator("#bulk button[value=" + action + "]").click();
        page.waitForSelector("dialog[open]");
    }

    static void save(Page page) {
        send(page, "main form:has(.btn.pri)");
    }

    /** Sends a form without what the browser would ask for first, and waits for the answer. */
    static void send(Page page, String form) {
        Locator sent = page.locator(form).first();
        sent.evaluate("f => f.setAttribute('novalidate', '')");
        Locator button = sent.locator("button.pri, button:not([type=button])").last();
        page.waitForResponse(answer -> answer.request().method().equals("POST"), button::click);
        page.waitForTimeout(200);
        page.waitForLoadState();
    }

    static void upload(Page page, String text) {
        page.setInputFiles(
                "input[type=file]", new FilePayload("board.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)));
        send(page, "main form:has(input[type=file])");
    }
}

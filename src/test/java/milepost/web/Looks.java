package milepost.web;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What must hold for any page, whatever is on it. */
public final class Looks {
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll('body *')]
              .filter(e => e.getBoundingClientRect().right > 321 && !e.closest('.tl-p, .scroll, pre'))
              .slice(0, 3).map(e => 'wider than 320 px: ' + e.outerHTML.slice(0, 120))
            """;

    /** What is left of the window cannot be scrolled to. */
    private static final String OUT_OF_REACH = """
            () => [...document.querySelectorAll('.menu[open] > div')].filter(e => e.getBoundingClientRect().left < 0)
              .map(e => 'left of the window: ' + e.outerHTML.slice(0, 120))
            """;

    private Looks() {}

    /** Everything wrong with the page at this path: accessibility, console messages, overflow at 320 px. */
    public static List<String> complaints(Page page, String path) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.navigate(path);
        settle(page);
        complaints.addAll(complaints(page));
        return complaints;
    }

    /** Waits until the page is loaded, nothing that it asked the server for is on its way, and nothing fades in any more. */
    public static void settle(Page page) {
        page.waitForLoadState();
        page.waitForFunction("() => !document.querySelector('.htmx-request') && document.getAnimations().every("
                + "a => a.playState !== 'running' || a.effect.getTiming().iterations === Infinity)");
    }

    /** Everything wrong with what the page shows now. */
    public static List<String> complaints(Page page) {
        List<String> complaints = new ArrayList<>(Axe.complaints(page));
        var size = page.viewportSize();
        page.setViewportSize(320, 800);
        ((List<?>) page.evaluate(OUT_OF_REACH)).forEach(out -> complaints.add(String.valueOf(out)));
        ((List<?>) page.evaluate(TOO_WIDE)).forEach(wide -> complaints.add(String.valueOf(wide)));
        page.setViewportSize(size.width, size.height);
        return complaints;
    }
}

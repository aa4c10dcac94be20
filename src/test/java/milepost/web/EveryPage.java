package milepost.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.access.Role;

/**
 * Walks through every page and its states, light and dark, wide and on a phone, takes pictures into {@code target/every}, and prints
 * what is wrong: all of axe, what is wider than the screen, console messages, and pages that no stop of the walk shows. Arguments
 * limit it to stops whose names begin so.
 */
public final class EveryPage {
    private static final String TOO_WIDE = """
            () => document.documentElement.scrollWidth <= innerWidth ? [] : ['the page is ' + document.documentElement.scrollWidth
              + ' px wide: ' + [...document.querySelectorAll('main *, .bar *, dialog[open] *')].filter(e => !e.closest('.tl-p, .scroll, pre')
              && e.getBoundingClientRect().right > innerWidth + 1).slice(0, 2).map(e => e.outerHTML.slice(0, 120))]
            """;
    private static final String OPEN_ALL =
            "() => document.querySelectorAll('details:not(.menu)').forEach(d => d.setAttribute('open', ''))";

    private final Site site;
    private final String place;
    private final Set<String> said = new HashSet<>();
    private final Set<String> shapes = new HashSet<>();
    private final Map<Role, Page> pages = new EnumMap<>(Role.class);
    private final List<String> console = new ArrayList<>();

    /** One stop of the walk: a page as a role sees it, and what is done on it before it is looked at. */
    record Stop(String name, Role role, String path, Consumer<Page> before) {
        /** What is looked at as it is. */
        static final Consumer<Page> NOTHING = page -> {};

        boolean plain() {
            return before == NOTHING;
        }
    }

    EveryPage(Site site, String place) {
        this.site = site;
        this.place = place;
    }

    public static void main(String[] names) {
        try {
            EveryState.walk(List.of(names));
        } finally {
            Chromium.end();
        }
    }

    /** Visits a stop on every screen, once as it is and once with everything on it unfolded. */
    void visit(Stop stop) {
        if (stop.plain() && !shapes.add(stop.name() + shape(stop))) {
            return;
        }
        Page page = pages.computeIfAbsent(stop.role(), this::page);
        console.clear();
        try {
            page.setViewportSize(1440, 900);
            Response answer = page.navigate(stop.path());
            Looks.settle(page);
            if (answer != null && answer.status() >= 500) {
                say(stop, "answered " + answer.status());
            }
            stop.before().accept(page);
            Looks.settle(page);
            console.stream()
                    .filter(text -> !text.contains("the server responded with a status of 4"))
                    .forEach(text -> say(stop, "console: " + text));
            look(stop, page, "");
            if (page.locator("details:not([open]):not(.menu)").count() > 0
                    && page.locator("dialog[open]").count() == 0) {
                page.evaluate(OPEN_ALL);
                look(stop, page, "-open");
            }
        } catch (RuntimeException broken) {
            say(
                    stop,
                    "could not be visited: "
                            + broken.getMessage().lines().limit(12).toList());
            page.context().close();
            pages.remove(stop.role());
        }
    }

    private Page page(Role role) {
        Page page = site.signedIn(role, Screen.WIDE_LIGHT);
        page.setDefaultTimeout(8000);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                console.add(message.text());
            }
        });
        page.onPageError(error -> console.add("script: " + error));
        page.onDialog(dialog -> dialog.accept());
        return page;
    }

    private void look(Stop stop, Page page, String suffix) {
        for (Screen screen : Screen.values()) {
            boolean wide = screen.name().startsWith("WIDE");
            page.setViewportSize(wide ? 1440 : 390, wide ? 900 : 844);
            boolean dark = screen.name().endsWith("DARK");
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT));
            // in the dark only the colours differ
            (dark ? Axe.contrast(page) : Axe.everything(page))
                    .forEach(line -> say(stop, line.lines().findFirst().orElse("") + suffix + " " + screen));
            ((List<?>) page.evaluate(TOO_WIDE)).forEach(text -> say(stop, screen + suffix + " " + text));
            if (dark && (!wide || !suffix.isEmpty())) {
                continue;
            }
            String file =
                    place + "-" + stop.name() + suffix + "-" + screen.name().toLowerCase(Locale.ROOT) + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/every", file))
                    .setFullPage(page.locator("dialog[open]:modal").count() == 0));
        }
        page.setViewportSize(320, 800);
        ((List<?>) page.evaluate(TOO_WIDE)).forEach(text -> say(stop, "320 px" + suffix + " " + text));
        page.setViewportSize(1440, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void say(Stop stop, String wrong) {
        String what = wrong.replaceFirst(" [A-Z]+_[A-Z]+$", "");
        if (said.add(what)) {
            System.out.println(place + " " + stop.name() + " " + stop.role() + ": " + wrong);
        }
    }

    /** What makes a page another page to look at: its elements without names and numbers. */
    private String shape(Stop stop) {
        String text = new Browsing(site, stop.role()).get(stop.path()).body();
        return Pattern.compile("<([a-z0-9]+)[^>]*?(class=\"[^\"]*\")?")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining());
    }
}

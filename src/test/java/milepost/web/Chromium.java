package milepost.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the tests, one for all of a run: the system's Chromium where there is one, else the one Playwright brings. */
final class Chromium {
    private static final Path SYSTEM = Path.of("/usr/bin/chromium");

    private static final class OfThisRun {
        static final Playwright PLAYWRIGHT = playwright();
        static final Browser BROWSER = start(PLAYWRIGHT);
    }

    private Chromium() {}

    /** Starts it at the first call; it ends with the process of the tests. */
    static Browser browser() {
        return OfThisRun.BROWSER;
    }

    /** Ends it, for programs that go on living until it has ended. */
    static void end() {
        OfThisRun.PLAYWRIGHT.close();
    }

    private static Playwright playwright() {
        Playwright.CreateOptions create = new Playwright.CreateOptions();
        if (Files.isExecutable(SYSTEM)) {
            create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        }
        return Playwright.create(create);
    }

    private static Browser start(Playwright playwright) {
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
        if (Files.isExecutable(SYSTEM)) {
            launch.setExecutablePath(SYSTEM);
        }
        return playwright.chromium().launch(launch);
    }
}

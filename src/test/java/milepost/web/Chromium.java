package milepost.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the tests: the system's Chromium where there is one, else the one Playwright brings. */
final class Chromium implements AutoCloseable {
    private static final Path SYSTEM = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        boolean installed = Files.isExecutable(SYSTEM);
        Playwright.CreateOptions create = new Playwright.CreateOptions();
        BrowserType.LaunchOptions launch = new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox"));
        if (installed) {
            create.setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
            launch.setExecutablePath(SYSTEM);
        }
        playwright = Playwright.create(create);
        browser = playwright.chromium().launch(launch);
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}

package milepost.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.stream.Stream;

/** What someone looks at the site with. */
public enum Screen {
    WIDE_LIGHT(1440, 900, ColorScheme.LIGHT),
    WIDE_DARK(1440, 900, ColorScheme.DARK),
    PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
    PHONE_DARK(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme colours;

    Screen(int width, int height, ColorScheme colours) {
        this.width = width;
        this.height = height;
        this.colours = colours;
    }

    /**
     * Those on which tests look at every page: both widths and both colours, each once. Colours do not depend on the width, so the
     * other two are looked at only with {@code -Dmilepost.screens=all}; they would take a third of the time of all tests.
     */
    static Stream<Screen> looked() {
        return "all".equals(System.getProperty("milepost.screens"))
                ? Stream.of(values())
                : Stream.of(WIDE_LIGHT, PHONE_DARK);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours);
    }
}

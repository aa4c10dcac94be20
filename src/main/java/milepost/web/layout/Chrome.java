package milepost.web.layout;

import java.util.List;
import milepost.rules.engine.run.RuleFailure;
import org.jspecify.annotations.Nullable;

/**
 * The frame around a page.
 *
 * @param visitor null on pages for people who are not signed in
 * @param fragment whether only the content is asked for
 * @param here path and query of this page
 * @param theme {@code light}, {@code dark}, or {@code system} to follow the browser
 * @param flags how many flags count, for the navigation
 * @param ruleset version of the rules in use
 * @param live number of the last change when the page was made; null on pages that are told of no changes
 * @param setAside rules that failed in the last evaluation of any roadmap
 */
public record Chrome(
        String title,
        Place place,
        @Nullable Visitor visitor,
        boolean fragment,
        String here,
        String theme,
        int flags,
        String ruleset,
        @Nullable Long live,
        List<RuleFailure> setAside) {

    /** The theme that follows when the switch is used. */
    public String nextTheme() {
        return switch (theme) {
            case "light" -> "dark";
            case "dark" -> "system";
            default -> "light";
        };
    }

    public String csrf() {
        return visitor == null ? "" : visitor.csrf();
    }
}

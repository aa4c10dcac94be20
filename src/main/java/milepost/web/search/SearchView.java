package milepost.web.search;

import java.util.List;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** What the search page prints. */
public record SearchView(String text, List<Hit> milestones, List<Hit> flags, List<Hit> rules) {

    /** Something found, with a second line that tells where it belongs. */
    public record Hit(
            String href,
            String title,
            String where,
            @Nullable Severity severity) {}

    /** Whether nothing was found although something was asked for. */
    public boolean nothing() {
        return !text.isEmpty() && milestones.isEmpty() && flags.isEmpty() && rules.isEmpty();
    }
}

package milepost.rules.language;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about itself.
 *
 * @param key kebab-case with its folder, for ever: {@code schedule/deadline-missed}
 * @param why why it matters
 * @param remedy what to do about it
 * @param holdDays days a finding must last before its flag becomes active
 * @param points signed weight for scores
 * @param forecast false for a rule that only measures silence
 * @param shadow whether what it finds is for authors only
 * @param review the day by which somebody is to look whether the rule is still right
 * @param aliases earlier keys
 * @param path the file it stands in, relative to the rules folder
 * @param line line of its name in that file, from 1
 * @param text the rule as written, from its name to its end
 */
public record RuleInfo(
        String key,
        String title,
        Severity severity,
        @Nullable String owner,
        @Nullable String why,
        @Nullable String remedy,
        int holdDays,
        int points,
        boolean forecast,
        boolean shadow,
        @Nullable LocalDate review,
        @Nullable String category,
        List<String> aliases,
        String path,
        int line,
        String text) {

    public RuleInfo {
        aliases = List.copyOf(aliases);
    }

    /** Whether the day of its review has passed. */
    public boolean reviewDue(LocalDate today) {
        return review != null && review.isBefore(today);
    }
}

package milepost.web.manager.flags;

import milepost.facts.Severity;
import milepost.web.layout.Why;
import org.jspecify.annotations.Nullable;

/**
 * One flag in the list.
 *
 * @param unfold address of the list with this flag's reason unfolded, or folded again
 * @param why its reason when it is unfolded
 */
public record FlagRow(
        long id,
        Severity severity,
        String message,
        String href,
        String subject,
        String rule,
        String state,
        String since,
        long days,
        String unfold,
        @Nullable Why why) {}

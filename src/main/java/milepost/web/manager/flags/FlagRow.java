package milepost.web.manager.flags;

import java.util.List;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One flag in the list.
 *
 * @param chosen how a form names it, with the version that is shown
 * @param decides whether the visitor may decide about it
 * @param ticked whether it is selected already
 * @param age how long it has been there, or was there
 * @param dates the same in dates
 * @param fresh whether it is new since the visitor's last visit
 * @param lowered the severity that the rule says, when a person said otherwise
 * @param explains flags that follow from it and are folded under it
 * @param unfold address of the list with this flag's reason unfolded, or folded again
 * @param why its reason when it is unfolded
 */
public record FlagRow(
        long id,
        String chosen,
        boolean decides,
        boolean ticked,
        Severity severity,
        String message,
        String href,
        String subject,
        String rule,
        String state,
        String age,
        String dates,
        boolean fresh,
        @Nullable Severity lowered,
        @Nullable String assignee,
        List<Consequence> explains,
        String unfold,
        @Nullable WhyRow why) {

    /** Whether the visitor may decide about any of what the row shows. */
    public boolean anyDecided() {
        return decides || explains.stream().anyMatch(Consequence::decides);
    }

    /** A flag that follows from another. */
    public record Consequence(
            String chosen, boolean decides, Severity severity, String message, String href, String subject) {}
}

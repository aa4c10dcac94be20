package milepost.news.subscription;

import java.util.Set;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/**
 * Which flags, and what of them; null means all.
 *
 * @param roadmap key of a roadmap
 * @param severity the least bad that is told of
 * @param rule key of a rule, or of a folder of rules such as {@code schedule}
 * @param owner name of the person who looks after the flag, or of the owner of its milestone
 */
public record Filter(
        @Nullable String roadmap,
        Severity severity,
        @Nullable String rule,
        @Nullable String owner,
        Set<Occasion> occasions) {
    public Filter {
        occasions = Set.copyOf(occasions);
    }

    /**
     * Whether what happened to a flag is asked for.
     *
     * @param milestoneOwner owner of the milestone that the flag is about; null when it is about none or that has no owner
     */
    public boolean wants(Occasion occasion, Flag flag, @Nullable String milestoneOwner) {
        return occasions.contains(occasion)
                && (roadmap == null || roadmap.equals(flag.roadmap()))
                && flag.severity().compareTo(severity) >= 0
                && (rule == null || rule.equals(flag.rule()) || flag.rule().startsWith(rule + "/"))
                && (owner == null || owner.equalsIgnoreCase(flag.assignee()) || owner.equalsIgnoreCase(milestoneOwner));
    }
}

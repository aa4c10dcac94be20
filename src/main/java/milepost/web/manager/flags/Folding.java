package milepost.web.manager.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.flags.Consequences;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import milepost.flags.store.Flood;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;

/**
 * Which flags of a page are folded under the flag that explains them. Only where that flag is in the same list, so that nothing
 * disappears; and not where flags are searched or only new ones are wanted.
 */
final class Folding {
    private final Parts parts;
    private final FlagFilter filter;
    private final Subjects subjects;
    private final List<Flood> floods;
    private final Map<Long, List<Flag>> consequences = new HashMap<>();
    private final Set<Long> folded = new HashSet<>();
    private int hidden;

    Folding(Parts parts, FlagFilter filter, Subjects subjects, List<Flood> floods) {
        this.parts = parts;
        this.filter = filter;
        this.subjects = subjects;
        this.floods = floods;
    }

    Folding of(List<Flag> page) {
        if (filter.tab() == Tab.OPEN && filter.text().isEmpty() && !filter.fresh()) {
            page.stream().map(Flag::roadmap).distinct().forEach(this::roadmap);
            hidden = (int)
                    page.stream().filter(flag -> folded.contains(flag.id())).count();
        }
        return this;
    }

    /** Whether a flag stands under another one. */
    boolean folded(Flag flag) {
        return folded.contains(flag.id());
    }

    /** The flags that stand under this one, worst first. */
    List<Flag> under(Flag flag) {
        return consequences.getOrDefault(flag.id(), List.of());
    }

    /** How many flags of the page stand under another one. */
    int hidden() {
        return hidden;
    }

    private void roadmap(String key) {
        List<Flag> flags = parts.flags().list(FlagQuery.counted().inRoadmap(key));
        Map<Long, Flag> causes = Consequences.of(flags, subjects.snapshot(key).dependencies());
        for (Flag flag : flags) {
            Flag cause = causes.get(flag.id());
            if (cause != null && listed(flag) && listed(cause)) {
                folded.add(flag.id());
                consequences
                        .computeIfAbsent(cause.id(), id -> new ArrayList<>())
                        .add(flag);
            }
        }
    }

    private boolean listed(Flag f) {
        boolean flooded = floods.stream()
                .anyMatch(flood -> flood.roadmap().equals(f.roadmap())
                        && flood.rule().equals(f.rule())
                        && flood.raisedAt().equals(f.raisedAt()));
        return !flooded
                && filter.accepts(
                        new FlagTally(f.roadmap(), f.rule(), f.severity(), f.state(), f.triage(), f.assignee(), 1));
    }
}

package milepost.web.manager.flags;

import java.util.Arrays;
import milepost.flags.store.FlagQuery;
import org.jspecify.annotations.Nullable;

/** What flags are put under one heading for. */
public enum Grouping {
    SEVERITY("Severity", FlagQuery.Order.WORST),
    ROADMAP("Roadmap", FlagQuery.Order.ROADMAP),
    MILESTONE("Milestone", FlagQuery.Order.SUBJECT),
    RULE("Rule", FlagQuery.Order.RULE),
    ASSIGNEE("Assigned to", FlagQuery.Order.ASSIGNEE);

    private final String label;
    private final FlagQuery.Order order;

    Grouping(String label, FlagQuery.Order order) {
        this.label = label;
        this.order = order;
    }

    public String label() {
        return label;
    }

    FlagQuery.Order order() {
        return order;
    }

    /** As in the address of the list. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Grouping of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(g -> g.code().equals(code))
                .findFirst()
                .orElse(SEVERITY);
    }
}

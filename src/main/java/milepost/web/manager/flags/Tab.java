package milepost.web.manager.flags;

import java.util.Arrays;
import java.util.List;
import milepost.flags.FlagState;
import org.jspecify.annotations.Nullable;

/** The states a list of flags can be limited to. */
public enum Tab {
    OPEN("Open", FlagState.ACTIVE),
    PENDING("Pending", FlagState.PENDING),
    RESOLVED("Resolved", FlagState.RESOLVED),
    ALL("All", FlagState.values());

    private final String label;
    private final List<FlagState> states;

    Tab(String label, FlagState... states) {
        this.label = label;
        this.states = List.of(states);
    }

    public String label() {
        return label;
    }

    List<FlagState> states() {
        return states;
    }

    /** As in the address of the list. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static Tab of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElse(OPEN);
    }
}

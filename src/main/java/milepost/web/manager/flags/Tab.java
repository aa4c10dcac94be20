package milepost.web.manager.flags;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import milepost.flags.decision.Triage;
import milepost.flags.life.FlagState;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import org.jspecify.annotations.Nullable;

/** The states a list of flags can be limited to. */
public enum Tab {
    /** Those that count. */
    OPEN("Open", FlagQuery.counted()),
    ACKNOWLEDGED("Acknowledged", FlagQuery.active().decided(List.of(Triage.ACKNOWLEDGED))),
    ACCEPTED("Accepted", FlagQuery.active().decided(List.of(Triage.ACCEPTED))),
    /** Whether the rules find them now or not: the decision is remembered for their subject. */
    FALSE_POSITIVE("False positive", FlagQuery.all().decided(List.of(Triage.FALSE_POSITIVE))),
    PENDING("Pending", FlagQuery.all().in(FlagState.PENDING)),
    RESOLVED("Resolved", FlagQuery.all().in(FlagState.RESOLVED)),
    ALL("All", FlagQuery.all());

    private final String label;
    private final FlagQuery query;

    Tab(String label, FlagQuery query) {
        this.label = label;
        this.query = query;
    }

    public String label() {
        return label;
    }

    FlagQuery query() {
        return query;
    }

    boolean accepts(FlagTally tally) {
        return (query.states().isEmpty() || query.states().contains(tally.state()))
                && (query.triage().isEmpty() || query.triage().contains(tally.triage()));
    }

    /** As in the address of the list. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Tab of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(t -> t.code().equals(code))
                .findFirst()
                .orElse(OPEN);
    }
}

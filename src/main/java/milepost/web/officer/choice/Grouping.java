package milepost.web.officer.choice;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import milepost.facts.Milestone;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** What milestones are put together by in the timeline. */
public enum Grouping {
    NONE("Nothing", m -> ""),
    STREAM("Stream", m -> Objects.requireNonNullElse(m.stream(), "Without a stream")),
    STAGE("Stage", m -> Objects.requireNonNullElse(m.stage(), "Without a stage")),
    STATUS("Status", m -> Words.status(m.status())),
    OWNER("Officer", m -> Objects.requireNonNullElse(m.owner(), "Without an officer"));

    private final String label;
    private final Function<Milestone, String> group;

    Grouping(String label, Function<Milestone, String> group) {
        this.label = label;
        this.group = group;
    }

    public String label() {
        return label;
    }

    /** The name of the group that a milestone is in. */
    public String of(Milestone milestone) {
        return group.apply(milestone);
    }

    /** As in the address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Grouping find(@Nullable String code) {
        return Arrays.stream(values())
                .filter(g -> g.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}

package milepost.web.layout;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/** The titles of what flags are about; reads each roadmap once, when it is first asked for. */
public final class Subjects {
    private final Parts parts;
    private final Map<String, Snapshot> roadmaps = new HashMap<>();
    private final @Nullable LocalDate day;

    public Subjects(Parts parts) {
        this(parts, List.of(), null);
    }

    /**
     * The same in another moment.
     *
     * @param known roadmaps as they were then; others are taken as they stand
     * @param day the day looked at, null for today
     */
    public Subjects(Parts parts, List<Snapshot> known, @Nullable LocalDate day) {
        this.parts = parts;
        this.day = day;
        known.forEach(snapshot -> roadmaps.put(snapshot.roadmap().key(), snapshot));
    }

    /** {@code REE-7 Processing facilities}; only the key when it is no longer there. */
    public String name(Flag flag) {
        Snapshot snapshot = snapshot(flag.roadmap());
        String title = switch (flag.kind()) {
            case ROADMAP -> snapshot.roadmap().title();
            case MILESTONE ->
                snapshot.findMilestone(flag.subject()).map(Milestone::title).orElse("");
            case INDICATOR ->
                snapshot.findIndicator(flag.subject()).map(Indicator::title).orElse("");
        };
        return (flag.subject() + " " + title).strip();
    }

    /** The title of a roadmap. */
    public String roadmap(String key) {
        return snapshot(key).roadmap().title();
    }

    /** The zone in which a flag's days begin and end. */
    public ZoneId zone(Flag flag) {
        return snapshot(flag.roadmap()).roadmap().zone();
    }

    /** The day that is looked at, for a flag. */
    public LocalDate today(Flag flag) {
        return day == null ? parts.today(zone(flag)) : day;
    }

    public Snapshot snapshot(String roadmap) {
        return roadmaps.computeIfAbsent(roadmap, parts.roadmaps()::snapshot);
    }
}

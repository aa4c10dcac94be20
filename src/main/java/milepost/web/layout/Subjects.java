package milepost.web.layout;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.flags.Flag;

/** The titles of what flags are about; reads each roadmap once, when it is first asked for. */
public final class Subjects {
    private final Parts parts;
    private final Map<String, Snapshot> roadmaps = new HashMap<>();

    public Subjects(Parts parts) {
        this.parts = parts;
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

    /** The day it is now for a flag. */
    public LocalDate today(Flag flag) {
        return parts.today(zone(flag));
    }

    public Snapshot snapshot(String roadmap) {
        return roadmaps.computeIfAbsent(roadmap, parts.roadmaps()::snapshot);
    }
}

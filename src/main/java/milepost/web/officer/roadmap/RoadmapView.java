package milepost.web.officer.roadmap;

import java.util.List;
import milepost.web.officer.form.SavedLine;
import milepost.web.officer.milestone.DrawerView;
import milepost.web.officer.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a roadmap prints.
 *
 * @param base address of the roadmap
 * @param edits whether the visitor may change it
 * @param saved what the save before this page did, null when it follows none
 * @param drawer a milestone in front of the roadmap, null when the address names none
 * @param timeline null when there are no milestones
 */
public record RoadmapView(
        String base,
        boolean edits,
        Head head,
        @Nullable SavedLine saved,
        @Nullable DrawerView drawer,
        List<Gauge> gauges,
        @Nullable Timeline timeline,
        MilestoneTable table,
        Surroundings surroundings,
        List<ChangeRow> changes) {

    RoadmapView behind(@Nullable DrawerView milestone) {
        return new RoadmapView(base, edits, head, saved, milestone, gauges, timeline, table, surroundings, changes);
    }
}

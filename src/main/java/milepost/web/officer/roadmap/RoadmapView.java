package milepost.web.officer.roadmap;

import java.util.List;
import milepost.web.asof.Control;
import milepost.web.happened.ChangeRow;
import milepost.web.officer.form.SavedLine;
import milepost.web.officer.milestone.DrawerView;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a roadmap prints.
 *
 * @param base address of the roadmap
 * @param edits whether the visitor may change what is shown
 * @param at to be put behind addresses so that they stay in the moment, empty for the present
 * @param control what moves the page through time; null in the parts that follow a save
 * @param saved what the save before this page did, null when it follows none
 * @param drawer a milestone in front of the roadmap, null when the address names none
 * @param chart the timeline, with what is chosen of the milestones
 * @param past null unless the moment is past
 * @param ahead null unless the moment is to come
 */
public record RoadmapView(
        String base,
        boolean edits,
        String at,
        @Nullable Control control,
        Head head,
        @Nullable SavedLine saved,
        @Nullable DrawerView drawer,
        List<Gauge> gauges,
        Chart chart,
        MilestoneTable table,
        Surroundings surroundings,
        List<ChangeRow> changes,
        @Nullable Past past,
        @Nullable Ahead ahead) {

    RoadmapView behind(@Nullable DrawerView milestone) {
        return new RoadmapView(
                base,
                edits,
                at,
                control,
                head,
                saved,
                milestone,
                gauges,
                chart,
                table,
                surroundings,
                changes,
                past,
                ahead);
    }

    RoadmapView with(@Nullable SavedLine line) {
        return new RoadmapView(
                base, edits, at, control, head, line, drawer, gauges, chart, table, surroundings, changes, past, ahead);
    }

    RoadmapView with(Past what) {
        return new RoadmapView(
                base, edits, at, control, head, saved, drawer, gauges, chart, table, surroundings, changes, what, null);
    }

    RoadmapView with(Ahead what) {
        return new RoadmapView(
                base, edits, at, control, head, saved, drawer, gauges, chart, table, surroundings, changes, null, what);
    }
}

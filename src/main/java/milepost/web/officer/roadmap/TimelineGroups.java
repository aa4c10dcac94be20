package milepost.web.officer.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;
import milepost.web.layout.NaturalOrder;
import milepost.web.officer.choice.Choice;
import milepost.web.officer.choice.ChoiceView;
import milepost.web.officer.choice.Grouping;
import milepost.web.timeline.Group;
import milepost.web.timeline.Lane;
import milepost.web.timeline.TimelineLayout;
import milepost.web.timeline.Zoom;

/**
 * Draws the timeline in one piece or by groups; a group that is folded is only counted. The address names the groups that are not as
 * usual: those folded where there are few milestones, those open where there are many.
 */
final class TimelineGroups {
    private static final Comparator<Milestone> BY_KEY = Comparator.comparing(Milestone::key, NaturalOrder.BY_NUMBERS);
    private static final int MOST = 100;

    private final TimelineLayout layout;
    private final Choice choice;
    private final Map<String, List<Severity>> severities;

    TimelineGroups(Scene scene, Choice choice) {
        this.layout = new TimelineLayout(
                scene.snapshot(), scene.day(), scene.moment().today(), Zoom.of(choice.first("zoom")));
        this.choice = choice;
        this.severities = scene.flags().stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject, Collectors.mapping(Flag::severity, Collectors.toList())));
    }

    Chart of(ChoiceView view, List<Milestone> milestones) {
        List<Lane> lanes = lanes(milestones);
        boolean drawn = lanes.stream().anyMatch(lane -> lane.group().open());
        return new Chart(
                view, lanes.stream().map(Lane::group).toList(), drawn ? layout.grouped(lanes, severities) : null);
    }

    private List<Lane> lanes(List<Milestone> milestones) {
        Grouping grouping = choice.grouping(milestones);
        List<Milestone> rows = milestones.stream().sorted(BY_KEY).toList();
        if (rows.isEmpty()) {
            return List.of();
        }
        if (grouping == Grouping.NONE) {
            return List.of(lane("", rows, true, ""));
        }
        Map<String, List<Milestone>> groups =
                rows.stream().collect(Collectors.groupingBy(grouping::of, LinkedHashMap::new, Collectors.toList()));
        boolean few = rows.size() <= Choice.FEW;
        String named = few ? "folded" : "open";
        List<Lane> lanes = new ArrayList<>();
        groups.forEach((name, members) -> {
            String toggle = choice.toggled(named, name) + "#timeline";
            lanes.add(lane(name, members, few != choice.all(named).contains(name), toggle));
        });
        return lanes;
    }

    private Lane lane(String name, List<Milestone> members, boolean open, String toggle) {
        List<Milestone> rows = open ? members.stream().limit(MOST).toList() : members;
        int flags = members.stream()
                .mapToInt(m -> severities.getOrDefault(m.key(), List.of()).size())
                .sum();
        return new Lane(new Group(name, members.size(), flags, toggle, open, members.size() - rows.size()), rows);
    }
}

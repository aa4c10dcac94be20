package milepost.web.officer.roadmap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.flags.life.Flag;
import milepost.web.officer.choice.Choice;
import org.jspecify.annotations.Nullable;

/** Makes the table of milestones in the order asked for. */
final class TableOf {
    private static final String NO_STREAM = "Without a stream";

    private final Snapshot snapshot;
    private final Map<String, List<Flag>> flags;
    private final Map<String, List<String>> waitsFor;
    private final MilestoneRow.Day day;
    private final Sorting sorting;
    private final @Nullable Snapshot now;

    TableOf(Snapshot snapshot, List<Flag> flags, LocalDate today, Sorting sorting) {
        this(snapshot, flags, today, sorting, null);
    }

    /** The table of a scene; beside values of an earlier time stands what is recorded now. */
    TableOf(Scene scene, Sorting sorting) {
        this(scene.snapshot(), scene.flags(), scene.day(), sorting, scene.now());
    }

    private TableOf(Snapshot snapshot, List<Flag> flags, LocalDate today, Sorting sorting, @Nullable Snapshot now) {
        this.now = now;
        this.snapshot = snapshot;
        this.flags = flags.stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject));
        this.waitsFor = snapshot.dependencies().stream()
                .collect(Collectors.groupingBy(
                        Dependency::successor, Collectors.mapping(Dependency::predecessor, Collectors.toList())));
        this.day = new MilestoneRow.Day(today, snapshot.roadmap().zone());
        this.sorting = sorting;
    }

    /** The page of the table that is asked for. */
    MilestoneTable table(List<Milestone> chosen, Choice choice, @Nullable String focus) {
        List<MilestoneRow> all = chosen.stream()
                .map(m -> compared(m, row(m, focus)))
                .sorted(sorting.order())
                .toList();
        int pages = Math.max(1, (all.size() + Choice.PAGE - 1) / Choice.PAGE);
        int page = Math.min(choice.page(), pages);
        int first = (page - 1) * Choice.PAGE;
        List<MilestoneRow> rows = all.subList(first, Math.min(all.size(), first + Choice.PAGE));
        long done = snapshot.milestones().stream()
                .filter(m -> m.status() == Status.DONE)
                .count();
        return new MilestoneTable(
                headings(choice),
                groups(rows),
                snapshot.milestones().size(),
                (int) done,
                new MilestoneTable.Leaf(
                        (rows.isEmpty() ? "0" : (first + 1) + "–" + (first + rows.size())) + " of " + all.size(),
                        page > 1 ? choice.page(page - 1) : null,
                        page < pages ? choice.page(page + 1) : null));
    }

    private MilestoneRow compared(Milestone m, MilestoneRow row) {
        return now == null
                ? row
                : row.since(Since.of(m, now.findMilestone(m.key()).orElse(null)));
    }

    MilestoneRow row(Milestone m, @Nullable String focus) {
        return MilestoneRow.of(
                m, waitsFor.getOrDefault(m.key(), List.of()), flags.getOrDefault(m.key(), List.of()), day, focus);
    }

    private List<MilestoneTable.Group> groups(List<MilestoneRow> rows) {
        boolean streams = rows.stream().anyMatch(row -> row.stream() != null);
        if (!sorting.grouped() || !streams) {
            return List.of(new MilestoneTable.Group(null, rows));
        }
        Map<String, List<MilestoneRow>> byStream = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNullElse(row.stream(), NO_STREAM),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byStream.entrySet().stream()
                .map(e -> new MilestoneTable.Group(e.getKey(), e.getValue()))
                .toList();
    }

    private List<MilestoneTable.Heading> headings(Choice choice) {
        List<MilestoneTable.Heading> headings = new ArrayList<>(Arrays.stream(Sorting.Column.values())
                .map(column -> heading(column, choice))
                .toList());
        headings.add(Sorting.Column.FLAGS.ordinal(), new MilestoneTable.Heading("Depends on", "p3", null, null));
        return headings;
    }

    private MilestoneTable.Heading heading(Sorting.Column column, Choice choice) {
        boolean current = column == sorting.column();
        String order = sorting.descending() ? "descending" : "ascending";
        String href = choice.href("sort", List.of(sorting.next(column))) + "#milestones";
        return new MilestoneTable.Heading(
                column.label(), column.css(), href, current && !sorting.grouped() ? order : null);
    }
}

package milepost.exchange.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.facts.TargetDate;
import milepost.flags.life.Flag;
import org.jspecify.annotations.Nullable;

/** What is known of a roadmap, laid out in tables. */
final class Sheets {
    private static final List<String> KEPT_BY_FIELDS =
            List.of("start date", "end date", "forecast date", "completion date");

    private Sheets() {}

    /** A table to be filled in: the columns that an import knows, and one milestone as an example. */
    static Sheet template() {
        return new Sheet(
                "milestones",
                List.of(
                        "key",
                        "title",
                        "description",
                        "stream",
                        "status",
                        "progress",
                        "start",
                        "due",
                        "forecast",
                        "officer"),
                List.of(row(
                        "HARBOUR-1",
                        "New quay commissioned",
                        "An example; replace it with your first milestone",
                        "Logistics",
                        words(Status.IN_PROGRESS),
                        40,
                        TargetDate.parse("2026-03-01"),
                        TargetDate.parse("2031-12-31"),
                        TargetDate.parse("2032"),
                        "Kim")));
    }

    static Sheet milestones(Snapshot snapshot, List<Flag> flags) {
        List<ValueColumn> values = ValueColumn.of(snapshot.attributes().stream()
                .filter(a -> !KEPT_BY_FIELDS.contains(a.name()))
                .toList());
        List<String> headings = new ArrayList<>(List.of(
                "key",
                "title",
                "description",
                "stream",
                "stage",
                "status",
                "progress",
                "start",
                "due",
                "late after",
                "first promise",
                "forecast",
                "completed on",
                "officer",
                "requires",
                "slips",
                "active flags",
                "source",
                "source address"));
        values.forEach(column -> headings.add(column.heading()));
        Map<String, Long> active = flags.stream()
                .filter(flag -> flag.kind() == SubjectKind.MILESTONE)
                .collect(Collectors.groupingBy(Flag::subject, Collectors.counting()));
        return new Sheet(
                "milestones",
                headings,
                snapshot.milestones().stream()
                        .map(m -> milestone(m, active.getOrDefault(m.key(), 0L), values))
                        .toList());
    }

    private static List<@Nullable Object> milestone(Milestone m, long flags, List<ValueColumn> values) {
        Source source = m.source();
        List<@Nullable Object> row = row(
                m.key(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                words(m.status()),
                m.progress(),
                m.start(),
                m.due(),
                m.due() == null ? null : m.due().last(),
                m.baseline(),
                m.forecast(),
                m.completedOn(),
                m.owner(),
                String.join(", ", m.requires()),
                m.slips(),
                flags,
                source == null ? null : source.title(),
                source == null ? null : source.url());
        values.forEach(column -> row.add(column.cell(m.key())));
        return row;
    }

    /** All tables of a workbook. */
    static List<Sheet> all(Snapshot s, List<Flag> flags) {
        return List.of(
                milestones(s, flags),
                new Sheet(
                        "dependencies",
                        List.of("predecessor", "successor", "lag in days"),
                        s.dependencies().stream()
                                .map(d -> row(d.predecessor(), d.successor(), d.lagDays()))
                                .toList()),
                new Sheet(
                        "participants",
                        List.of("key", "milestone", "name", "jurisdiction", "sector", "role"),
                        s.participants().stream()
                                .map(p -> row(p.key(), p.milestone(), p.name(), p.jurisdiction(), p.sector(), p.role()))
                                .toList()),
                new Sheet(
                        "indicators",
                        List.of("key", "title", "stage", "unit", "target", "note"),
                        s.indicators().stream()
                                .map(i -> row(i.key(), i.title(), i.stage(), i.unit(), i.target(), i.note()))
                                .toList()),
                new Sheet(
                        "observations",
                        List.of("key", "indicator", "date", "value", "note"),
                        s.observations().stream()
                                .map(o -> row(o.key(), o.indicator(), o.date(), o.value(), o.note()))
                                .toList()),
                new Sheet(
                        "flags",
                        List.of("rule", "about", "severity", "state", "decision", "message", "since", "raised at"),
                        flags.stream()
                                .map(f -> row(
                                        f.rule(),
                                        f.subject(),
                                        words(f.severity()),
                                        words(f.state()),
                                        words(f.triage()),
                                        f.message(),
                                        f.since(),
                                        f.raisedAt().toString()))
                                .toList()));
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}

package milepost.exchange.out;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import milepost.facts.Attribute;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import milepost.flags.life.Flag;
import milepost.roadmap.history.AttributeText;
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
        Map<String, Map<String, Attribute>> values = new TreeMap<>();
        for (Attribute a : snapshot.attributes()) {
            if (!KEPT_BY_FIELDS.contains(a.name())) {
                values.computeIfAbsent(a.name(), h -> new HashMap<>()).put(a.milestone(), a);
            }
        }
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
        values.forEach((name, column) -> headings.add(heading(name, column)));
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

    private static List<@Nullable Object> milestone(
            Milestone m, long flags, Map<String, Map<String, Attribute>> values) {
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
        values.values().forEach(column -> row.add(value(column.get(m.key()), unit(column))));
        return row;
    }

    /** The name with the unit of its numbers, as an import reads it back. */
    private static String heading(String name, Map<String, Attribute> column) {
        String unit = unit(column);
        return unit == null || name.endsWith(unit) ? name : name + " (" + unit + ")";
    }

    /** The unit that the heading tells, that of most of the numbers; a number in another one is told with its unit. */
    private static @Nullable String unit(Map<String, Attribute> column) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Attribute a : column.values()) {
            if (a.unit() != null) {
                counts.merge(a.unit(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private static @Nullable Object value(@Nullable Attribute a, @Nullable String unit) {
        if (a == null) {
            return null;
        }
        boolean rating = a.number() != null
                && a.unit() == null
                && a.text() != null
                && !a.text().matches(".*[0-9].*");
        if (a.kind() == ValueKind.VALUE && a.number() != null && !rating) {
            return a.unit() == null || a.unit().equals(unit) ? a.number() : AttributeText.of(a);
        }
        if (a.kind() == ValueKind.VALUE && a.date() != null) {
            return a.date();
        }
        boolean worded = a.text() != null && !a.text().isBlank();
        if (worded || a.kind() == ValueKind.BLANK) {
            return a.text();
        }
        String said = AttributeText.of(a);
        return a.kind() == ValueKind.RANGE && unit != null && unit.equals(a.unit())
                ? said.replace(" " + unit, "")
                : said;
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

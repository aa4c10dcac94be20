package milepost.exchange.intake.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.intake.reading.Words;
import milepost.facts.ValueKind;
import milepost.roadmap.Saved;

/** What an import comes to, for people and for programs. */
public final class PlanText {
    private static final int TROUBLES = 20;

    private PlanText() {}

    public static String text(String name, String roadmap, Plan plan, Saved saved) {
        StringBuilder text =
                new StringBuilder(name).append(": ").append(about(plan)).append('\n');
        plan.tallies().forEach(tally -> text.append("  ").append(tally.line()).append('\n'));
        plan.troubles().stream()
                .limit(TROUBLES)
                .forEach(t -> text.append("  ").append(line(t)).append('\n'));
        if (plan.troublesInAll() > TROUBLES) {
            text.append("  and ").append(plan.troublesInAll() - TROUBLES).append(" more problems\n");
        }
        long like = plan.lines().stream().filter(row -> row.like() != null).count();
        if (like > 0) {
            text.append("  ")
                    .append(like)
                    .append(" new rows resemble a milestone that is there; see --accept-similar\n");
        }
        return text.append(roadmap)
                .append(": ")
                .append(plan.rows())
                .append(" rows, ")
                .append(plan.adds())
                .append(" added, ")
                .append(plan.changes())
                .append(" changed, ")
                .append(plan.same())
                .append(" unchanged, ")
                .append(plan.troublesInAll())
                .append(" problems, ")
                .append(saved.flags().raised().size())
                .append(" flags raised")
                .toString();
    }

    /** How the file was read, in one line. */
    public static String about(Plan plan) {
        return plan.mapping().table().about() + (plan.mapping().table().turned() ? ", headings in a column" : "");
    }

    private static String line(Trouble trouble) {
        String heading = trouble.heading().isEmpty() ? "" : " (" + Words.cut(trouble.heading(), 40) + ")";
        return trouble.place() + heading + ": " + trouble.message();
    }

    public static Map<String, Object> json(String roadmap, Plan plan, Saved saved, boolean dryRun) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("roadmap", roadmap);
        json.put("dryRun", dryRun);
        json.put("read", about(plan));
        json.put("rows", plan.rows());
        json.put("added", plan.adds());
        json.put("changed", plan.changes());
        json.put("unchanged", plan.same());
        json.put("untouched", plan.untouched());
        json.put(
                "columns",
                plan.mapping().columns().stream().map(PlanText::column).toList());
        json.put("values", plan.tallies().stream().map(PlanText::tally).toList());
        json.put("problemsInAll", plan.troublesInAll());
        json.put("problems", plan.troubles().stream().map(PlanText::trouble).toList());
        json.put("lines", plan.lines().stream().map(PlanText::row).toList());
        json.put("raised", saved.flags().raised().size());
        json.put("resolved", saved.flags().resolved().size());
        return json;
    }

    private static Map<String, Object> column(Column column) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("heading", column.heading());
        json.put("target", column.meaning().target().word());
        put(json, "name", column.meaning().name());
        put(json, "unit", column.meaning().unit());
        return json;
    }

    private static Map<String, Object> tally(Tally tally) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", tally.name());
        json.put("value", tally.of(ValueKind.VALUE));
        json.put("range", tally.of(ValueKind.RANGE));
        json.put("withheld", tally.of(ValueKind.WITHHELD));
        json.put("notGiven", tally.of(ValueKind.NOT_GIVEN));
        json.put("blank", tally.of(ValueKind.BLANK));
        return json;
    }

    private static Map<String, Object> trouble(Trouble trouble) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", trouble.place());
        json.put("heading", trouble.heading());
        json.put("message", trouble.message());
        json.put("stops", trouble.stops());
        return json;
    }

    private static Map<String, Object> row(PlannedRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", row.place());
        json.put("key", row.key());
        json.put("title", row.title());
        json.put("action", row.action().name());
        put(json, "recognisedBy", row.by());
        List<Object> fields = new ArrayList<>();
        for (PlannedRow.Difference difference : row.differences()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("field", difference.field());
            put(field, "old", difference.before());
            put(field, "new", difference.after());
            fields.add(field);
        }
        json.put("fields", fields);
        put(json, "resembles", row.like() == null ? null : row.like().key());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}

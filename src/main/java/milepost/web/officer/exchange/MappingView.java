package milepost.web.officer.exchange;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.intake.heading.Target;
import milepost.exchange.intake.plan.Plan;
import milepost.exchange.intake.plan.PlanText;
import milepost.exchange.intake.plan.PlannedRow;
import milepost.exchange.intake.plan.Trouble;
import milepost.web.layout.Links;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a file is looked at before it is imported.
 *
 * @param into what takes it in
 * @param columns empty for a history
 * @param sums what it comes to, by a name; empty when something is in its way
 * @param plan null when there is none to show
 * @param lines the rows that are worth a look
 * @param troubles the first of what could not be taken as it stands
 * @param button what is imported; null when nothing can be
 * @param notice what was done just before; null for nothing
 */
public record MappingView(
        String file,
        String address,
        String again,
        String back,
        String into,
        Form form,
        List<ColumnRow> columns,
        Map<String, Long> sums,
        @Nullable Plan plan,
        List<LineRow> lines,
        List<Trouble> troubles,
        @Nullable String button,
        @Nullable String notice) {
    private static final int LINES = 200;
    private static final int TROUBLES = 100;

    /** A column of the file. */
    public record ColumnRow(String heading, String samples, String target, String name, String unit, boolean named) {}

    /** A row of the file with what becomes of it, and the milestone it may be about. */
    public record LineRow(
            PlannedRow row, String field, @Nullable String likeKey, String likeTitle, boolean taken) {}

    static MappingView of(Upload upload, Preview preview, Form form, @Nullable String notice) {
        String key = upload.wish().roadmap();
        Plan plan = preview.plan();
        return new MappingView(
                upload.file() + ", " + upload.size(),
                upload.address(),
                upload.again(),
                upload.fresh() ? "/" : Links.roadmap(key),
                into(upload, preview),
                form,
                columns(preview, form),
                sums(preview),
                plan,
                plan == null ? List.of() : lines(plan, upload.wish().same()),
                plan == null
                        ? List.of()
                        : plan.troubles().stream().limit(TROUBLES).toList(),
                button(preview),
                notice);
    }

    public static List<Option> targets() {
        return Arrays.stream(Target.values())
                .map(target -> new Option(target.word(), target.label()))
                .toList();
    }

    /** How the file was read. */
    public String about() {
        return plan == null ? "" : PlanText.about(plan);
    }

    /** {@code Row 3, column F}, with a capital where a line begins. */
    public static String place(String place) {
        return place.isEmpty() ? place : Character.toUpperCase(place.charAt(0)) + place.substring(1);
    }

    /** Where a row stands; the first column when the headings stand in a column. */
    public static String row(PlannedRow row) {
        return place(row.place().replaceFirst(", column A$", ""));
    }

    private static String into(Upload upload, Preview preview) {
        Preview.Came came = preview.came();
        String key = came == null ? upload.wish().roadmap() : came.roadmap();
        return (upload.fresh() ? "A new roadmap, " : "The roadmap ") + key;
    }

    private static List<ColumnRow> columns(Preview preview, Form form) {
        var mapping = preview.mapping();
        return mapping == null
                ? List.of()
                : mapping.columns().stream()
                        .map(column -> row(column, String.join(" · ", mapping.samples(column, 3)), form))
                        .toList();
    }

    private static ColumnRow row(Column column, String samples, Form form) {
        String target = form.value(MappingForm.target(column));
        boolean named = Arrays.stream(Target.values())
                .anyMatch(t -> t.named() && t.word().equals(target));
        String shown =
                samples.length() > 120 ? samples.substring(0, samples.offsetByCodePoints(0, 100)) + "…" : samples;
        return new ColumnRow(
                column.heading().isEmpty() ? "Column " + (column.index() + 1) : column.heading(),
                shown,
                MappingForm.target(column),
                MappingForm.name(column),
                MappingForm.unit(column),
                named);
    }

    private static Map<String, Long> sums(Preview preview) {
        Preview.Came came = preview.came();
        Plan plan = preview.plan();
        var sums = new LinkedHashMap<String, Long>();
        if (plan != null) {
            sums.put("Rows", (long) plan.rows());
            sums.put("Added", (long) plan.adds());
            sums.put("Changed", (long) plan.changes());
            sums.put("Unchanged", (long) plan.same());
            sums.put("Not in the file", plan.untouched());
            sums.put("Problems", (long) plan.troublesInAll());
        } else if (came != null) {
            sums.put("Changes", (long) came.changes());
            sums.put("Milestones", (long) came.milestones());
        }
        if (came != null) {
            sums.put("Flags raised", (long) came.raised());
            sums.put("Flags cleared", (long) came.resolved());
        }
        return sums;
    }

    private static List<LineRow> lines(Plan plan, Map<Integer, String> same) {
        return plan.lines().stream()
                .map(row -> line(row, same.get(row.row())))
                .filter(line -> line.likeKey() != null || line.row().action() != PlannedRow.Action.SAME)
                .limit(LINES)
                .toList();
    }

    private static LineRow line(PlannedRow row, @Nullable String taken) {
        PlannedRow.Like like = row.like();
        String field = MappingForm.same(row.row());
        if (taken != null) {
            return new LineRow(row, field, taken, "", true);
        }
        return new LineRow(row, field, like == null ? null : like.key(), like == null ? "" : like.title(), false);
    }

    private static @Nullable String button(Preview preview) {
        Plan plan = preview.plan();
        if (preview.came() == null || !preview.something()) {
            return null;
        }
        return plan == null
                ? "Import all of the history"
                : "Import " + Words.count(plan.adds() + (long) plan.changes(), "milestone");
    }
}

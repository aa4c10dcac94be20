package milepost.exchange.out;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import milepost.facts.Attribute;
import milepost.facts.ValueKind;
import milepost.roadmap.history.AttributeText;
import org.jspecify.annotations.Nullable;

/**
 * A column of what sources say of milestones, by one name.
 *
 * @param values by the key of the milestone
 * @param unit the unit that the heading tells, that of most of the numbers; a number in another one is told with its unit
 */
record ValueColumn(
        String name,
        Map<String, Attribute> values,
        @Nullable String unit) {

    /** Columns ordered by name. */
    static List<ValueColumn> of(List<Attribute> attributes) {
        Map<String, Map<String, Attribute>> byName = new TreeMap<>();
        for (Attribute a : attributes) {
            byName.computeIfAbsent(a.name(), name -> new HashMap<>()).put(a.milestone(), a);
        }
        return byName.entrySet().stream()
                .map(column -> new ValueColumn(column.getKey(), column.getValue(), unit(column.getValue())))
                .toList();
    }

    /** The name with the unit of its numbers, as an import reads it back. */
    String heading() {
        return unit == null || name.endsWith(unit) ? name : name + " (" + unit + ")";
    }

    /** What stands in the row of a milestone. */
    @Nullable Object cell(String milestone) {
        Attribute a = values.get(milestone);
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
}

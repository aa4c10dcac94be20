package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.Attribute;
import milepost.facts.Indicator;
import milepost.facts.Participant;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.FactJson;
import milepost.web.layout.Words;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the fields of a milestone are called, and how their values read. */
final class Labels {
    private static final Set<String> DATES = Set.of("start", "due", "baseline", "forecast", "completedOn");
    private static final Map<String, String> FIELDS = new LinkedHashMap<>();

    static {
        String[] names = {
            "title",
            "Title",
            "status",
            "Status",
            "progress",
            "Progress, %",
            "start",
            "Start",
            "due",
            "Due",
            "baseline",
            "First promise",
            "slips",
            "Times moved",
            "forecast",
            "Forecast",
            "completedOn",
            "Completed on",
            "owner",
            "Officer",
            "stream",
            "Stream",
            "stage",
            "Stage",
            "requires",
            "Requires",
            "evidence",
            "Evidence",
            "description",
            "Description",
            "source",
            "Source",
            "name",
            "name",
            "jurisdiction",
            "jurisdiction",
            "sector",
            "sector",
            "role",
            "role",
            "lagDays",
            "days between",
            "url",
            "address",
            "quote",
            "quote",
            "gone",
            "remove",
            "predecessor",
            "milestone",
            "kind",
            "kind",
            "on",
            "as of"
        };
        for (int i = 0; i < names.length; i += 2) {
            FIELDS.put(names[i], names[i + 1]);
        }
    }

    private final Snapshot snapshot;

    Labels(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** The order in which fields are told. */
    static int place(String field) {
        int place = List.copyOf(FIELDS.keySet()).indexOf(field.replaceFirst("/.*", ""));
        return place < 0 ? FIELDS.size() : place;
    }

    /** What a field of the form or of the record is called. */
    String of(String name) {
        List<String> parts = Arrays.asList(name.split("/"));
        String last = parts.get(parts.size() - 1);
        return switch (parts.get(0)) {
            case "requires" -> parts.size() == 1 ? "Requires" : "Requires " + indicator(last);
            case "participants" -> row("Participant", participant(parts.get(1)), parts);
            case "dependencies" -> row("Depends on", Form.added(parts.get(1)) ? "" : parts.get(1), parts);
            case "attributes" -> row("Value", attribute(parts.get(1)), parts).replaceFirst(", value$", "");
            case "values" -> name.substring(name.indexOf('/') + 1);
            case "dependents" -> "Awaited by " + last;
            case "evidence" -> parts.size() == 1 ? "Evidence" : row("Evidence", "", parts);
            case "source" -> parts.size() == 1 ? "Source" : "Source, " + word(last, "title");
            default -> FIELDS.getOrDefault(name, Words.sentence(name));
        };
    }

    /** A value as stored, in the words of the pages; null for nothing. */
    @Nullable String value(String field, @Nullable String stored) {
        if (stored == null || stored.isEmpty()) {
            return null;
        }
        if (DATES.contains(field)) {
            return Words.date(TargetDate.parse(stored));
        }
        return switch (field) {
            case "status" -> Words.sentence(stored);
            case "requires", "evidence", "source" -> list(FactJson.mapper().readTree(stored));
            default -> stored;
        };
    }

    /** A value as it stands on the form. */
    static String typed(String name, String value) {
        if (value.equals("on")) {
            return "Yes";
        }
        if (name.startsWith("attributes/") && name.endsWith("/kind")) {
            return AttributeRows.kind(value);
        }
        return name.equals("status") ? Words.sentence(value) : value;
    }

    private String list(JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : node.isArray() ? List.copyOf(node.values()) : List.of(node)) {
            JsonNode quote = item.get("quote");
            texts.add(
                    item.isString()
                            ? indicator(item.asString())
                            : item.path("title").asString("")
                                    + (quote == null || quote.isNull() ? "" : ": “" + quote.asString() + "”"));
        }
        return String.join("; ", texts);
    }

    private String row(String group, String which, List<String> parts) {
        String name = (group + " " + which).strip();
        return parts.size() < 3 ? name : name + ", " + word(parts.get(2), "title");
    }

    private static String word(String field, String same) {
        return field.equals(same) ? same : FIELDS.getOrDefault(field, field);
    }

    private String indicator(String key) {
        return snapshot.findIndicator(key).map(Indicator::title).orElse(key);
    }

    private String participant(String key) {
        return snapshot.participants().stream()
                .filter(p -> p.key().equals(key))
                .map(Participant::name)
                .findFirst()
                .orElse(Form.added(key) ? "" : key);
    }

    private String attribute(String row) {
        return snapshot.attributes().stream()
                .map(Attribute::name)
                .filter(name -> AttributeRows.row(name).equals(row))
                .findFirst()
                .orElse("");
    }
}

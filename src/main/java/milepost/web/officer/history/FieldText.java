package milepost.web.officer.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.FactJson;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** How the fields of any fact are called, and how their values as stored read. */
public final class FieldText {
    private static final int LONGEST = 400;
    private static final Set<String> DATES =
            Set.of("start", "due", "baseline", "forecast", "completedOn", "date", "from", "to", "published");
    private static final Set<String> WORDS = Set.of("status", "kind");
    private static final Map<String, String> LABELS = Map.of(
            "owner", "Officer",
            "baseline", "First promise",
            "slips", "Times moved",
            "lagDays", "Days between",
            "moment", "Recorded at",
            "progress", "Progress, %",
            "zone", "Time zone");

    private static final List<String> ORDER = List.of(
            "title",
            "name",
            "text",
            "status",
            "progress",
            "start",
            "due",
            "baseline",
            "slips",
            "forecast",
            "completedOn",
            "owner",
            "date",
            "value",
            "unit",
            "target",
            "stream",
            "stage",
            "milestone",
            "predecessor",
            "successor");

    private final ZoneId zone;

    public FieldText(ZoneId zone) {
        this.zone = zone;
    }

    /** The order in which fields are told: what a fact is called first, its source last. */
    static int place(String field) {
        int place = ORDER.indexOf(field);
        return place >= 0 ? place : field.equals("source") ? ORDER.size() + 1 : ORDER.size();
    }

    /** What a field is called. */
    public String label(String field) {
        return LABELS.getOrDefault(field, Words.sentence(Words.spaced(field)));
    }

    /** A value as people read it; null for nothing. */
    public @Nullable String value(String field, @Nullable String stored) {
        if (stored == null || stored.isEmpty()) {
            return null;
        }
        String text = readable(field, stored);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1).stripTrailing() + "…";
    }

    private String readable(String field, String stored) {
        try {
            if (DATES.contains(field)) {
                return Words.date(TargetDate.parse(stored));
            }
            if (field.equals("moment")) {
                return Words.time(Instant.parse(stored), zone);
            }
            if (WORDS.contains(field)) {
                return Words.sentence(stored);
            }
            return stored.startsWith("{") || stored.startsWith("[")
                    ? text(FactJson.mapper().readTree(stored))
                    : stored;
        } catch (IllegalArgumentException | DateTimeException | JacksonException asItIs) {
            return stored;
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.values().forEach(item -> items.add(text(item)));
            return String.join("; ", items);
        }
        if (!node.isObject()) {
            return node.asString("");
        }
        String title = node.path("title").asString("");
        String quote = node.path("quote").asString("");
        return quote.isEmpty() ? title : title + ": “" + quote + "”";
    }
}

package milepost.web.api.facts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import milepost.facts.Attribute;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.ValueKind;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.Json;
import milepost.web.api.http.JsonReader;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What sources say of a milestone, as {@code attributes} of its JSON: an object for each name. */
final class Attributes {
    private static final String FIELD = "attributes";

    /** What follows from the record; whoever sends it back changes nothing by it. */
    private static final List<String> GIVEN =
            List.of("formerKind", "formerNumber", "formerDate", "formerOn", "updatedAt", "updatedBy");

    private static final Pattern STORED = Pattern.compile("attributes/[^=/]*=(.*)/([^/]+)", Pattern.DOTALL);

    private Attributes() {}

    /** Adds those of a milestone by name, but for those dated later than {@code day}. */
    static void add(ObjectNode json, Snapshot snapshot, String milestone, @Nullable LocalDate day) {
        ObjectNode all = json.putObject(FIELD);
        for (Attribute attribute : of(snapshot, milestone)) {
            if (day == null || !attribute.on().isAfter(day)) {
                ObjectNode one = Json.of(attribute);
                one.remove(List.of("milestone", "name", "recorded"));
                Written.stamp(one, attribute.recorded());
                all.set(attribute.name(), one);
            }
        }
    }

    /** What tells two states of them apart; nothing where there are none. */
    static String tag(Snapshot snapshot, String milestone) {
        List<Attribute> all = of(snapshot, milestone);
        if (all.isEmpty()) {
            return "";
        }
        CRC32 sum = new CRC32();
        for (Attribute attribute : all) {
            sum.update(
                    (attribute.name() + " " + attribute.recorded().version() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return "." + Long.toHexString(sum.getValue());
    }

    /** The attributes as they shall be; one that is as it was is no edit. */
    static List<Edit> read(JsonReader in, String milestone) {
        List<Edit> edits = new ArrayList<>();
        in.named(FIELD, (name, fields) -> edits.add(new Edit.Put(attribute(fields, milestone, name))));
        return edits;
    }

    /** Those that were there before and were sent no more. */
    static List<Edit> gone(ObjectNode sent, ObjectNode before) {
        List<Edit> removals = new ArrayList<>();
        String milestone = before.path("key").asString();
        before.path(FIELD).properties().forEach(entry -> {
            if (!sent.path(FIELD).has(entry.getKey())) {
                removals.add(new Edit.Removal(
                        Attribute.class,
                        milestone + "=" + entry.getKey(),
                        entry.getValue().path("version").asLong()));
            }
        });
        return removals;
    }

    /** The place of a field as it was sent: an attribute stands under its name alone. */
    static String located(String field) {
        Matcher stored = STORED.matcher(field);
        return stored.matches() ? FIELD + "/" + JsonReader.escaped(stored.group(1)) + "/" + stored.group(2) : field;
    }

    private static Attribute attribute(JsonReader in, String milestone, String name) {
        in.given(GIVEN);
        int version = Objects.requireNonNullElse(in.optionalWhole("version"), 0);
        return new Attribute(
                milestone,
                name,
                in.oneOf("kind", ValueKind.class, ValueKind.VALUE),
                in.optionalText("text"),
                in.optionalNumber("number"),
                in.optionalNumber("numberTo"),
                in.optionalPeriod("date"),
                in.optionalPeriod("dateTo"),
                in.optionalText("unit"),
                Objects.requireNonNullElse(in.day("on"), LocalDate.EPOCH),
                null,
                null,
                null,
                null,
                new Recorded(version, Instant.EPOCH, ""));
    }

    private static List<Attribute> of(Snapshot snapshot, String milestone) {
        return snapshot.attributes().stream()
                .filter(a -> a.milestone().equals(milestone))
                .sorted(Comparator.comparing(Attribute::name))
                .toList();
    }
}

package milepost.web.officer.milestone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import milepost.exchange.intake.reading.TypedValue;
import milepost.facts.Attribute;
import milepost.facts.Snapshot;
import milepost.facts.ValueKind;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.history.AttributeText;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** What sources say beside the fields of a milestone, on its form: one row for each name, and those being added. */
final class AttributeRows {
    private static final String GROUP = "attributes";
    private static final List<String> TYPED_AS_VALUE = List.of("text", "number", "numberTo", "date", "dateTo", "unit");

    /** What stands in one row. */
    private record Typed(String row, String name, ValueKind kind, String value, LocalDate on, long version) {
        /** Whether it says that there is a value. */
        boolean valued() {
            return kind == ValueKind.VALUE || kind == ValueKind.RANGE;
        }
    }

    private final Answers answers;
    private final Snapshot snapshot;
    private final String milestone;
    private final LocalDate today;
    private final Set<String> added = new HashSet<>();

    AttributeRows(Answers answers, Snapshot snapshot, String milestone, LocalDate today) {
        this.answers = answers;
        this.snapshot = snapshot;
        this.milestone = milestone;
        this.today = today;
    }

    static void fill(Values values, Snapshot snapshot, String milestone) {
        for (Attribute a : snapshot.attributes()) {
            if (a.milestone().equals(milestone)) {
                String row = GROUP + "/" + row(a.name());
                values.put(row + "/version", a.recorded().version())
                        .put(row + "/name", a.name())
                        .put(row + "/value", typed(a))
                        .put(row + "/kind", a.kind().name())
                        .day(row + "/on", a.on());
            }
        }
    }

    /** The place of a name on the form: no slash, no blank, and another one for each name. */
    static String row(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace(".", "%2E")
                .replace("%", ".");
    }

    /** What a kind is called; as it is sent where there is no such kind. */
    static String kind(String sent) {
        return Stream.of(ValueKind.values())
                .filter(kind -> kind.name().equals(sent))
                .map(AttributeText::kind)
                .findFirst()
                .orElse(sent);
    }

    /** Reads all rows; {@code places} learns where on the form each value stands. */
    List<Edit> read(Map<String, String> places) {
        List<Edit> edits = new ArrayList<>();
        for (String key : answers.form().rows(GROUP)) {
            Typed typed = row(GROUP + "/" + key, Form.added(key));
            if (typed == null) {
                continue;
            }
            Edit edit = Form.added(key) ? fresh(typed) : changed(typed, recorded(key));
            if (edit instanceof Edit.Put put) {
                String place = GROUP + "/" + ((Attribute) put.fact()).key();
                places.put(place, typed.row());
                TYPED_AS_VALUE.forEach(field -> places.put(place + "/" + field, typed.row() + "/value"));
            }
            if (edit != null) {
                edits.add(edit);
            }
        }
        return edits;
    }

    /** What stands in a row; null for one to add that was left empty. */
    private @Nullable Typed row(String row, boolean fresh) {
        String kind = answers.given(row + "/kind");
        boolean plain = kind.isEmpty() || kind.equals(ValueKind.VALUE.name());
        String value = answers.given(row + "/value");
        String name = answers.given(row + "/name");
        if (fresh && plain && name.isEmpty() && value.isEmpty()) {
            return null;
        }
        LocalDate on = answers.day(row + "/on", "As of");
        return new Typed(
                row,
                name,
                plain ? ValueKind.VALUE : answers.choice(row + "/kind", "the kind of value", ValueKind.class),
                value,
                on == null ? today : on,
                answers.version(row + "/version"));
    }

    private @Nullable Edit fresh(Typed typed) {
        if (typed.name().isEmpty()) {
            answers.refuse(typed.row() + "/name", "Enter what the value is called");
            return null;
        }
        boolean there = snapshot.attributes().stream()
                .anyMatch(a -> a.milestone().equals(milestone) && a.name().equals(typed.name()));
        if (there || !added.add(typed.name())) {
            answers.refuse(
                    typed.row() + "/name",
                    "There is a value called " + typed.name() + " already; change that one or choose another name");
            return null;
        }
        return put(typed, null);
    }

    /** A version other than the recorded one is left for the use case to refuse. */
    private @Nullable Edit changed(Typed typed, @Nullable Attribute recorded) {
        if (recorded == null) {
            return typed.version() == 0 ? fresh(typed) : removal(typed.name(), typed.version());
        }
        String before = typed(recorded);
        boolean sameKind = typed.kind() == recorded.kind();
        boolean emptied = typed.value().isEmpty() && !before.isEmpty() && (sameKind || typed.valued());
        if (answers.form().checked(typed.row() + "/gone") || emptied) {
            return removal(recorded.name(), typed.version());
        }
        if (!sameKind || !typed.value().equals(before)) {
            return put(typed, recorded);
        }
        boolean same = typed.on().equals(recorded.on())
                && typed.version() == recorded.recorded().version();
        return same ? null : new Edit.Put(attribute(typed, recorded.name(), TypedValue.of(recorded)));
    }

    private @Nullable Edit put(Typed typed, @Nullable Attribute before) {
        if (typed.value().isEmpty() && typed.valued()) {
            answers.refuse(typed.row() + "/value", "Enter the value, or choose why there is none");
            return null;
        }
        String name = before == null ? typed.name() : before.name();
        TypedValue read = TypedValue.read(name, typed.kind(), typed.value(), before);
        if (read.trouble() != null) {
            answers.refuse(typed.row() + "/value", read.trouble());
            return null;
        }
        return new Edit.Put(attribute(typed, name, read));
    }

    private Edit removal(String name, long version) {
        return new Edit.Removal(Attribute.class, milestone + "=" + name, version);
    }

    private Attribute attribute(Typed typed, String name, TypedValue value) {
        return new Attribute(
                milestone,
                name,
                typed.kind(),
                value.text(),
                value.number(),
                value.numberTo(),
                value.date(),
                value.dateTo(),
                value.unit(),
                typed.on(),
                null,
                null,
                null,
                null,
                Keys.version(typed.version()));
    }

    private @Nullable Attribute recorded(String key) {
        return snapshot.attributes().stream()
                .filter(a -> a.milestone().equals(milestone) && row(a.name()).equals(key))
                .findFirst()
                .orElse(null);
    }

    /** As a person would type it: the words of the source, or number and unit where they name no unit. */
    private static String typed(Attribute a) {
        boolean closed = a.kind() == ValueKind.VALUE || a.numberTo() != null;
        boolean measured = a.number() != null && a.unit() != null && closed;
        boolean valued = a.kind() == ValueKind.VALUE || a.kind() == ValueKind.RANGE;
        String text = a.text() == null ? "" : a.text().replaceAll("\r\n?", "\n").strip();
        return valued && (measured || text.isEmpty()) ? AttributeText.of(a) : text;
    }
}

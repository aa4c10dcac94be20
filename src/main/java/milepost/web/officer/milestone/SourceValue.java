package milepost.web.officer.milestone;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import milepost.facts.Attribute;
import milepost.facts.Snapshot;
import milepost.facts.ValueKind;
import milepost.roadmap.history.AttributeText;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a milestone beside its fields, in words.
 *
 * @param value the value, or why there is none
 * @param missing whether there is none
 * @param text the words of the source where they say more; else null
 */
public record SourceValue(
        String name,
        String value,
        boolean missing,
        @Nullable String text,
        String on) {

    /** Those of a milestone, by name. */
    public static List<SourceValue> of(Snapshot snapshot, String milestone) {
        return snapshot.attributes().stream()
                .filter(a -> a.milestone().equals(milestone))
                .sorted(Comparator.comparing(Attribute::name))
                .map(SourceValue::of)
                .toList();
    }

    private static SourceValue of(Attribute a) {
        String value = AttributeText.of(a);
        boolean missing = a.kind() != ValueKind.VALUE && a.kind() != ValueKind.RANGE;
        String text = value.isEmpty() || Objects.equals(value, a.text()) ? null : a.text();
        String shown = value.isEmpty() ? Objects.requireNonNullElse(a.text(), "") : value;
        return new SourceValue(a.name(), shown, missing, text, Words.day(a.on()));
    }
}

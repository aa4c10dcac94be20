package milepost.roadmap.fact;

import milepost.facts.Attribute;
import org.jspecify.annotations.Nullable;

/** What an attribute was on the last day before: it follows from the record. */
public final class FormerValue {
    private FormerValue() {}

    /** The attribute as a source says it of a later day than {@code before}, or of the same day anew. */
    static Attribute of(Attribute now, @Nullable Attribute before) {
        if (before != null && before.on().isBefore(now.on())) {
            return with(now, before);
        }
        return before == null
                ? with(now, null)
                : new Attribute(
                        now.milestone(),
                        now.name(),
                        now.kind(),
                        now.text(),
                        now.number(),
                        now.numberTo(),
                        now.date(),
                        now.dateTo(),
                        now.unit(),
                        now.on(),
                        before.formerKind(),
                        before.formerNumber(),
                        before.formerDate(),
                        before.formerOn(),
                        now.recorded());
    }

    private static Attribute with(Attribute now, @Nullable Attribute former) {
        return new Attribute(
                now.milestone(),
                now.name(),
                now.kind(),
                now.text(),
                now.number(),
                now.numberTo(),
                now.date(),
                now.dateTo(),
                now.unit(),
                now.on(),
                former == null ? null : former.kind(),
                former == null ? null : former.number(),
                former == null ? null : former.date(),
                former == null ? null : former.on(),
                now.recorded());
    }
}

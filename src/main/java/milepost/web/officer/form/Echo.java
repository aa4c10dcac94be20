package milepost.web.officer.form;

import milepost.facts.Precision;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What a date box says back: how exactly the date is known and what follows from it.
 *
 * @param late whether it lies after the date it is compared with
 */
public record Echo(String precision, String text, boolean late) {
    private static final Echo NOTHING = new Echo("", "", false);

    /**
     * The echo of what is typed into a field; empty when it cannot be read.
     *
     * @param binding the field with the date that this one should keep to; null where the date itself is the binding one
     */
    public static Echo of(Form form, String name, @Nullable String binding) {
        TargetDate date = read(form.value(name));
        if (date == null) {
            return NOTHING;
        }
        String precision = Words.sentence(date.precision().name());
        TargetDate limit = binding == null ? null : read(form.value(binding));
        long over = limit == null ? 0 : limit.daysBefore(date.last());
        if (over > 0) {
            return new Echo(precision, Words.count(over, "day") + " after due", true);
        }
        return new Echo(precision, binding == null ? "Late after " + Words.day(date.last()) : span(date), false);
    }

    private static String span(TargetDate date) {
        return date.precision() == Precision.DAY ? "" : Words.day(date.first()) + " to " + Words.day(date.last());
    }

    private static @Nullable TargetDate read(String typed) {
        return !typed.isBlank() && PeriodText.of(typed) instanceof PeriodText.Read read ? read.date() : null;
    }
}

package milepost.exchange.intake.reading;

import java.math.BigDecimal;
import milepost.facts.TargetDate;
import milepost.facts.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * What a cell was taken for.
 *
 * @param text its words, null when it is blank
 * @param number a number, or the lower end of a range of numbers
 * @param date a date, or the earlier end of a range of dates
 * @param trouble why it could not be taken for what its column holds, null when all is well
 */
public record Reading(
        ValueKind kind,
        @Nullable String text,
        @Nullable BigDecimal number,
        @Nullable BigDecimal numberTo,
        @Nullable TargetDate date,
        @Nullable TargetDate dateTo,
        @Nullable String trouble) {

    public static final Reading BLANK = new Reading(ValueKind.BLANK, null, null, null, null, null, null);

    public static Reading text(String text) {
        return new Reading(ValueKind.VALUE, text, null, null, null, null, null);
    }

    public static Reading number(String text, BigDecimal number) {
        return new Reading(ValueKind.VALUE, text, number, null, null, null, null);
    }

    static Reading numbers(String text, @Nullable BigDecimal from, @Nullable BigDecimal to) {
        return new Reading(ValueKind.RANGE, text, from, to, null, null, null);
    }

    static Reading date(String text, TargetDate date) {
        return new Reading(ValueKind.VALUE, text, null, null, date, null, null);
    }

    static Reading dates(String text, @Nullable TargetDate from, @Nullable TargetDate to) {
        return new Reading(ValueKind.RANGE, text, null, null, from, to, null);
    }

    /** No value, for a reason that the words give. */
    public static Reading none(ValueKind kind, String text) {
        return new Reading(kind, text, null, null, null, null, null);
    }

    /** No value, because the words could not be understood. */
    static Reading trouble(String text, String trouble) {
        return new Reading(ValueKind.NOT_GIVEN, text, null, null, null, null, trouble);
    }
}

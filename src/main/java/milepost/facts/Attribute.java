package milepost.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a milestone on a day: one named value, or why there is none, and what it was before.
 *
 * <p>A milestone has one attribute of each name: the latest. What it was before follows from the record, nobody sets it.
 *
 * @param milestone key of the milestone
 * @param name what the value is called, such as {@code rating} or {@code whole-life cost}
 * @param kind whether there is a value, and if not, why
 * @param text the words of the source, null when it left the place empty
 * @param number the value, or the lower end of a range, in the unit; for a rating its step, 0 for the best
 * @param numberTo the upper end of a range
 * @param date the value, or the earlier end of a range
 * @param dateTo the later end of a range
 * @param unit of the numbers, such as {@code £m}
 * @param on the day the source speaks of
 * @param formerKind the kind it had on the last day before that the record knows of
 * @param formerNumber the number it had then
 * @param formerDate the date it had then
 * @param formerOn that day, null when there is none
 */
public record Attribute(
        String milestone,
        String name,
        ValueKind kind,
        @Nullable String text,
        @Nullable BigDecimal number,
        @Nullable BigDecimal numberTo,
        @Nullable TargetDate date,
        @Nullable TargetDate dateTo,
        @Nullable String unit,
        LocalDate on,
        @Nullable ValueKind formerKind,
        @Nullable BigDecimal formerNumber,
        @Nullable TargetDate formerDate,
        @Nullable LocalDate formerOn,
        Recorded recorded) {

    /** Key of the milestone, an equals sign, the name. */
    public String key() {
        return milestone + "=" + name;
    }

    /** Days by which the date has moved since the last day before; negative when to an earlier one, null when unknown. */
    public @Nullable Long movedDays() {
        return date == null || formerDate == null ? null : ChronoUnit.DAYS.between(formerDate.last(), date.last());
    }

    /** By how much the number has grown since the last day before, in the unit; null when unknown. */
    public @Nullable BigDecimal grown() {
        return number == null || formerNumber == null ? null : number.subtract(formerNumber);
    }
}

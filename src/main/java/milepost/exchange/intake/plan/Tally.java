package milepost.exchange.intake.plan;

import java.util.EnumMap;
import java.util.Map;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.intake.heading.Target;
import milepost.facts.ValueKind;

/** How the cells of one column were taken, counted by kind. */
public final class Tally {
    private final Meaning meaning;
    private final Map<ValueKind, Integer> counts = new EnumMap<>(ValueKind.class);

    Tally(Meaning meaning) {
        this.meaning = meaning;
    }

    void add(ValueKind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    public Meaning meaning() {
        return meaning;
    }

    public String name() {
        return meaning.label();
    }

    public int of(ValueKind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /** What a value of the column is called. */
    public String value() {
        return meaning.target() == Target.RATING ? "rated" : meaning.target().date() ? "date" : "value";
    }

    /** In one line: {@code end date: 191 date, 0 range, 5 withheld, 2 not given, 1 blank}. */
    public String line() {
        int other = of(ValueKind.RANGE) + of(ValueKind.NOT_GIVEN) + of(ValueKind.BLANK);
        String first = name() + ": " + of(ValueKind.VALUE) + " " + value() + ", ";
        return meaning.target() == Target.RATING
                ? first + of(ValueKind.WITHHELD) + " withheld, " + other + " other"
                : first + of(ValueKind.RANGE) + " range, " + of(ValueKind.WITHHELD) + " withheld, "
                        + of(ValueKind.NOT_GIVEN) + " not given, " + of(ValueKind.BLANK) + " blank";
    }
}

package milepost.exchange.intake.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import milepost.facts.ValueKind;

/** Confidence by colour: Green 0, Amber/Green 1, Amber 2, Amber/Red 3, Red 4; three colours are steps 0, 2 and 4. */
public final class Ratings {
    private static final List<String> STEPS = List.of("Green", "Amber/Green", "Amber", "Amber/Red", "Red");

    private Ratings() {}

    public static Reading read(String text) {
        String low = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
        int step = step(low);
        if (step >= 0) {
            return Reading.number(STEPS.get(step), BigDecimal.valueOf(step));
        }
        Optional<ValueKind> absence = Absence.find(text);
        return absence.map(kind -> kind == ValueKind.BLANK ? Reading.BLANK : Reading.none(kind, text))
                .orElseGet(() -> Reading.none(ValueKind.NOT_GIVEN, text));
    }

    private static int step(String words) {
        return switch (words) {
            case "green", "g" -> 0;
            case "amber green", "green amber", "a g", "ag", "ambergreen" -> 1;
            case "amber", "a", "yellow" -> 2;
            case "amber red", "red amber", "a r", "ar", "amberred" -> 3;
            case "red", "r" -> 4;
            default -> -1;
        };
    }
}

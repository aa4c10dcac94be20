package milepost.roadmap.inbox;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.facts.Problem;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/**
 * After how many days a milestone is to be reported about again: the worse its flags, the sooner.
 *
 * @param otherwise for milestones whose flags, if any, are of another severity
 */
public record Cadence(Map<Severity, Integer> days, int otherwise) {
    /** Weekly with a critical flag, every two weeks with a high one, else monthly. */
    public static final Cadence USUAL = of("CRITICAL=7,HIGH=14,ELSE=30");

    private static final int LONGEST = 366;

    public Cadence {
        days = Map.copyOf(days);
    }

    /** Reads {@code CRITICAL=7,HIGH=14,ELSE=30}; INVALID with what is wrong with it. */
    public static Cadence of(String text) {
        Map<Severity, Integer> days = new EnumMap<>(Severity.class);
        int otherwise = 30;
        for (String part : List.of(text.split(",", -1))) {
            String[] sides = part.strip().split("=", -1);
            int number = sides.length == 2 && sides[1].strip().matches("[0-9]{1,3}")
                    ? Integer.parseInt(sides[1].strip())
                    : 0;
            if (number < 1 || number > LONGEST) {
                throw wrong(part);
            }
            String name = sides[0].strip().toUpperCase(java.util.Locale.ROOT);
            if (name.equals("ELSE")) {
                otherwise = number;
            } else {
                days.put(
                        Stream.of(Severity.values())
                                .filter(s -> s.name().equals(name))
                                .findFirst()
                                .orElseThrow(() -> wrong(part)),
                        number);
            }
        }
        return new Cadence(days, otherwise);
    }

    /**
     * Days from one report to the next.
     *
     * @param worst the worst severity of the flags about the milestone, null when it has none
     */
    public int after(@Nullable Severity worst) {
        return worst == null ? otherwise : days.getOrDefault(worst, otherwise);
    }

    private static Problem wrong(String part) {
        return new Problem(
                Problem.Kind.INVALID,
                "\"" + part.strip() + "\" is no cadence; write CRITICAL=7,HIGH=14,ELSE=30, with days from 1 to "
                        + LONGEST + ".");
    }
}

package milepost.access;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import milepost.facts.Problem;
import milepost.facts.Severity;

/** Up to which severity people of each role may accept a flag, call it false or lower it. */
public final class AcceptLimits {
    private static final List<Role> DECIDERS = List.of(Role.MANAGER, Role.ADMIN);

    private final Map<Role, Severity> limits;

    private AcceptLimits(Map<Role, Severity> limits) {
        this.limits = limits;
    }

    /** Everyone who may decide at all may decide about everything. */
    public static AcceptLimits none() {
        return new AcceptLimits(Map.of());
    }

    /** Reads {@code MANAGER=HIGH} or {@code MANAGER=HIGH,ADMIN=CRITICAL}; INVALID with what is wrong with it. */
    public static AcceptLimits of(String text) {
        Map<Role, Severity> limits = new EnumMap<>(Role.class);
        for (String part : text.isBlank() ? List.<String>of() : List.of(text.split(","))) {
            String[] sides = part.strip().toUpperCase(Locale.ROOT).split("=", -1);
            Role role = DECIDERS.stream()
                    .filter(r -> r.name().equals(sides[0].strip()))
                    .findFirst()
                    .orElseThrow(() -> wrong(part));
            Severity severity = Stream.of(Severity.values())
                    .filter(s -> sides.length == 2 && s.name().equals(sides[1].strip()))
                    .findFirst()
                    .orElseThrow(() -> wrong(part));
            limits.put(role, severity);
        }
        return new AcceptLimits(limits);
    }

    /** The worst severity that someone of this role may take out of the counts. */
    public Severity of(Role role) {
        return limits.getOrDefault(role, Severity.CRITICAL);
    }

    private static Problem wrong(String part) {
        return new Problem(
                Problem.Kind.INVALID,
                "\"" + part.strip()
                        + "\" is not a limit; write it as MANAGER=HIGH, with MANAGER or ADMIN and one of LOW,"
                        + " MEDIUM, HIGH, CRITICAL.");
    }
}

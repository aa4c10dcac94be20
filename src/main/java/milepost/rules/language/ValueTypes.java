package milepost.rules.language;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a rule may ask of a date, a text or a list. */
final class ValueTypes {
    private ValueTypes() {}

    static FactType date() {
        return of(
                "date",
                LocalDate.class,
                List.of(
                        property("year", Type.Simple.INTEGER, d -> (long) ((LocalDate) d).getYear()),
                        property("monthValue", Type.Simple.INTEGER, d -> (long) ((LocalDate) d).getMonthValue()),
                        property("dayOfMonth", Type.Simple.INTEGER, d -> (long) ((LocalDate) d).getDayOfMonth())),
                List.of(
                        shift("plusDays", LocalDate::plusDays),
                        shift("minusDays", LocalDate::minusDays),
                        shift("plusWeeks", LocalDate::plusWeeks),
                        shift("minusWeeks", LocalDate::minusWeeks),
                        shift("plusMonths", LocalDate::plusMonths),
                        shift("minusMonths", LocalDate::minusMonths),
                        shift("plusYears", LocalDate::plusYears),
                        shift("minusYears", LocalDate::minusYears),
                        method(
                                "isBefore",
                                Type.Simple.DATE,
                                Type.Simple.BOOLEAN,
                                (d, a) -> ((LocalDate) d).isBefore((LocalDate) a[0])),
                        method(
                                "isAfter",
                                Type.Simple.DATE,
                                Type.Simple.BOOLEAN,
                                (d, a) -> ((LocalDate) d).isAfter((LocalDate) a[0])),
                        method(
                                "isEqual",
                                Type.Simple.DATE,
                                Type.Simple.BOOLEAN,
                                (d, a) -> ((LocalDate) d).isEqual((LocalDate) a[0]))));
    }

    static FactType text() {
        return of(
                "text",
                String.class,
                List.of(
                        property("length", Type.Simple.INTEGER, t -> (long) ((String) t).length()),
                        property("empty", Type.Simple.BOOLEAN, t -> ((String) t).isEmpty()),
                        property("isEmpty", Type.Simple.BOOLEAN, t -> ((String) t).isEmpty()),
                        property("trim", Type.Simple.TEXT, t -> ((String) t).trim()),
                        property("toLowerCase", Type.Simple.TEXT, t -> ((String) t).toLowerCase(Locale.ROOT)),
                        property("toUpperCase", Type.Simple.TEXT, t -> ((String) t).toUpperCase(Locale.ROOT))),
                List.of(
                        method(
                                "contains",
                                Type.Simple.TEXT,
                                Type.Simple.BOOLEAN,
                                (t, a) -> ((String) t).contains((String) a[0])),
                        method(
                                "startsWith",
                                Type.Simple.TEXT,
                                Type.Simple.BOOLEAN,
                                (t, a) -> ((String) t).startsWith((String) a[0])),
                        method(
                                "endsWith",
                                Type.Simple.TEXT,
                                Type.Simple.BOOLEAN,
                                (t, a) -> ((String) t).endsWith((String) a[0])),
                        method(
                                "equalsIgnoreCase",
                                Type.Simple.TEXT,
                                Type.Simple.BOOLEAN,
                                (t, a) -> ((String) t).equalsIgnoreCase((String) a[0]))));
    }

    static FactType list() {
        return of(
                "list",
                List.class,
                List.of(
                        property("size", Type.Simple.INTEGER, l -> (long) ((List<?>) l).size()),
                        property("empty", Type.Simple.BOOLEAN, l -> ((List<?>) l).isEmpty()),
                        property("isEmpty", Type.Simple.BOOLEAN, l -> ((List<?>) l).isEmpty())),
                List.of(method(
                        "contains", Type.Simple.TEXT, Type.Simple.BOOLEAN, (l, a) -> ((List<?>) l).contains(a[0]))));
    }

    private static FactType of(
            String name, Class<?> type, List<FactType.Property> properties, List<FactType.Method> methods) {
        Map<String, FactType.Property> byName = new TreeMap<>();
        properties.forEach(p -> byName.put(p.name(), p));
        Map<String, FactType.Method> methodsByName = new TreeMap<>();
        methods.forEach(m -> methodsByName.put(m.name(), m));
        return new FactType(name, type, false, byName, methodsByName);
    }

    private static FactType.Property property(String name, Type type, Function<Object, @Nullable Object> reader) {
        return new FactType.Property(name, type, "", reader);
    }

    private static FactType.Method method(String name, Type parameter, Type result, FactType.Invoker invoker) {
        return new FactType.Method(name, Arrays.asList(parameter), result, "", invoker);
    }

    /** Moves a date by a number that stays within the years a roadmap can speak of. */
    private static FactType.Method shift(String name, java.util.function.BiFunction<LocalDate, Long, LocalDate> move) {
        return method(name, Type.Simple.INTEGER, Type.Simple.DATE, (d, a) -> move.apply((LocalDate) d, (Long) a[0]));
    }
}

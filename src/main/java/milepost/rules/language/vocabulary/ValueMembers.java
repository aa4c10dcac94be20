package milepost.rules.language.vocabulary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;
import milepost.rules.language.Type.Simple;
import org.jspecify.annotations.Nullable;

/** The properties and methods of dates, texts, decimal numbers and lists that rules may use: pure ones, picked by hand. */
final class ValueMembers {
    private final Docs docs;
    private final String owner;
    private final Map<String, FactType.Property> properties = new LinkedHashMap<>();
    private final Map<String, FactType.Property> getters = new LinkedHashMap<>();
    private final Map<String, FactType.Method> methods = new LinkedHashMap<>();

    private ValueMembers(Docs docs, String owner) {
        this.docs = docs;
        this.owner = owner;
    }

    static Members ofDate(Docs docs) {
        ValueMembers date = new ValueMembers(docs, "LocalDate");
        date.property("year", "getYear", Simple.INTEGER, d -> (long) ((LocalDate) d).getYear());
        date.property("monthValue", "getMonthValue", Simple.INTEGER, d -> (long) ((LocalDate) d).getMonthValue());
        date.property("dayOfMonth", "getDayOfMonth", Simple.INTEGER, d -> (long) ((LocalDate) d).getDayOfMonth());
        date.property("dayOfYear", "getDayOfYear", Simple.INTEGER, d -> (long) ((LocalDate) d).getDayOfYear());
        date.shift("plusDays", LocalDate::plusDays);
        date.shift("plusWeeks", LocalDate::plusWeeks);
        date.shift("plusMonths", LocalDate::plusMonths);
        date.shift("plusYears", LocalDate::plusYears);
        date.shift("minusDays", LocalDate::minusDays);
        date.shift("minusWeeks", LocalDate::minusWeeks);
        date.shift("minusMonths", LocalDate::minusMonths);
        date.shift("minusYears", LocalDate::minusYears);
        date.order("isBefore", LocalDate::isBefore);
        date.order("isAfter", LocalDate::isAfter);
        date.order("isEqual", LocalDate::isEqual);
        date.order("equals", LocalDate::equals);
        return date.members();
    }

    static Members ofText(Docs docs) {
        ValueMembers text = new ValueMembers(docs, "String");
        text.property("length", "length", Simple.INTEGER, t -> (long) ((String) t).length());
        text.property("empty", "isEmpty", Simple.BOOLEAN, t -> ((String) t).isEmpty());
        text.property("blank", "isBlank", Simple.BOOLEAN, t -> ((String) t).isBlank());
        text.made("toUpperCase", t -> t.toUpperCase(Locale.ROOT));
        text.made("toLowerCase", t -> t.toLowerCase(Locale.ROOT));
        text.made("trim", String::trim);
        text.compared("startsWith", String::startsWith);
        text.compared("endsWith", String::endsWith);
        text.compared("contains", String::contains);
        text.compared("equals", String::equals);
        text.compared("equalsIgnoreCase", String::equalsIgnoreCase);
        return text.members();
    }

    static Members ofDecimal(Docs docs) {
        ValueMembers decimal = new ValueMembers(docs, "BigDecimal");
        decimal.calculated("add", Simple.DECIMAL, (a, b) -> a.add(b, MathContext.DECIMAL128));
        decimal.calculated("subtract", Simple.DECIMAL, (a, b) -> a.subtract(b, MathContext.DECIMAL128));
        decimal.calculated("multiply", Simple.DECIMAL, (a, b) -> a.multiply(b, MathContext.DECIMAL128));
        decimal.calculated("compareTo", Simple.INTEGER, (a, b) -> (long) a.compareTo(b));
        decimal.method("negate", List.of(), Simple.DECIMAL, (d, a) -> ((BigDecimal) d).negate());
        decimal.method("abs", List.of(), Simple.DECIMAL, (d, a) -> ((BigDecimal) d).abs());
        decimal.method("signum", List.of(), Simple.INTEGER, (d, a) -> (long) ((BigDecimal) d).signum());
        return decimal.members();
    }

    static Members ofList(Docs docs, Type element) {
        ValueMembers list = new ValueMembers(docs, "List");
        list.property("size", "size", Simple.INTEGER, l -> (long) ((List<?>) l).size());
        list.property("empty", "isEmpty", Simple.BOOLEAN, l -> ((List<?>) l).isEmpty());
        list.method("contains", List.of(element), Simple.BOOLEAN, (l, a) -> ((List<?>) l).contains(a[0]));
        return list.members();
    }

    private Members members() {
        return new Members(Map.copyOf(properties), Map.copyOf(getters), Map.copyOf(methods));
    }

    private void property(String name, String getter, Type type, Function<Object, @Nullable Object> reader) {
        FactType.Property property = new FactType.Property(name, type, docs.of(owner + "." + name), reader);
        properties.put(name, property);
        getters.put(getter, property);
    }

    private void method(String name, List<Type> parameters, Type result, FactType.Invoker invoker) {
        methods.put(name, new FactType.Method(name, parameters, result, docs.of(owner + "." + name), invoker));
    }

    private void shift(String name, BiFunction<LocalDate, Long, LocalDate> change) {
        method(name, List.of(Simple.INTEGER), Simple.DATE, (d, a) -> change.apply((LocalDate) d, (Long) a[0]));
    }

    private void order(String name, BiFunction<LocalDate, LocalDate, Boolean> test) {
        method(name, List.of(Simple.DATE), Simple.BOOLEAN, (d, a) -> test.apply((LocalDate) d, (LocalDate) a[0]));
    }

    private void made(String name, Function<String, String> change) {
        method(name, List.of(), Simple.TEXT, (t, a) -> change.apply((String) t));
    }

    private void compared(String name, BiFunction<String, String, Boolean> test) {
        method(name, List.of(Simple.TEXT), Simple.BOOLEAN, (t, a) -> test.apply((String) t, (String) a[0]));
    }

    private void calculated(String name, Type result, BiFunction<BigDecimal, BigDecimal, Object> operation) {
        method(name, List.of(Simple.DECIMAL), result, (d, a) -> operation.apply((BigDecimal) d, (BigDecimal) a[0]));
    }
}

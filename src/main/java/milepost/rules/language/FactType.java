package milepost.rules.language;

import java.util.Map;

/**
 * A record of the facts as rules see it: its properties and the methods a rule may call.
 *
 * @param javaType the record
 * @param matchable whether a pattern may name it; false for values that are only reached from a fact
 */
public record FactType(
        String name,
        Class<?> javaType,
        boolean matchable,
        Map<String, Property> properties,
        Map<String, Method> methods) {

    /**
     * A readable property.
     *
     * @param type of its value; numbers arrive as Long or BigDecimal
     * @param reader a host-made accessor, never reflection on a name from a rule
     */
    public record Property(String name, Type type, String doc, java.util.function.Function<Object, Object> reader) {}

    /** A method with arguments; its result depends on nothing but them. */
    public record Method(String name, java.util.List<Type> parameters, Type result, String doc, Invoker invoker) {}

    /** How a method is carried out. */
    @FunctionalInterface
    public interface Invoker {
        @org.jspecify.annotations.Nullable Object invoke(Object target, @org.jspecify.annotations.Nullable Object[] arguments);
    }
}

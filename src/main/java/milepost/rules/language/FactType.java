package milepost.rules.language;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record of the facts, or a value reached from one, as rules see it: its properties and the methods a rule may call.
 *
 * @param javaType the class behind it; two types are the same when their classes are
 * @param matchable whether a pattern may name it; false for values that are only reached from a fact
 */
public record FactType(
        String name,
        Class<?> javaType,
        boolean matchable,
        Map<String, Property> properties,
        Map<String, Method> methods) {

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactType type && type.javaType == javaType;
    }

    @Override
    public int hashCode() {
        return javaType.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * A readable property.
     *
     * @param type of its value; whole numbers arrive as Long, others as BigDecimal
     * @param reader made by the host at start-up, never looked up by a name from a rule
     */
    public record Property(String name, Type type, String doc, Function<Object, @Nullable Object> reader) {}

    /** A method with arguments; its result depends on nothing but them. */
    public record Method(String name, List<Type> parameters, Type result, String doc, Invoker invoker) {}

    /** How a method is carried out; an argument is never null. */
    @FunctionalInterface
    public interface Invoker {
        @Nullable Object invoke(Object target, Object[] arguments);
    }
}

package milepost.rules.language;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the accessors of the vocabulary, once, from methods that the host names. */
final class Accessors {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Accessors() {}

    static FactType.Property property(String name, Type type, Method accessor) {
        Function<Object, @Nullable Object> raw = function(accessor);
        Class<?> result = accessor.getReturnType();
        boolean small = result == int.class || result == Integer.class;
        return new FactType.Property(name, type, "", small ? target -> widen(raw.apply(target)) : raw);
    }

    static FactType.Method method(Method method, Type result, Function<Class<?>, Type> types) {
        List<Type> parameters =
                Arrays.stream(method.getParameterTypes()).map(types).toList();
        return new FactType.Method(method.getName(), parameters, result, "", (target, arguments) -> {
            try {
                return widen(method.invoke(target, arguments));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(method.getName() + " failed", e.getCause());
            }
        });
    }

    /** Whole numbers of the language are Long. */
    static @Nullable Object widen(@Nullable Object value) {
        return value instanceof Integer small ? Long.valueOf(small) : value;
    }

    @SuppressWarnings("unchecked")
    private static Function<Object, @Nullable Object> function(Method accessor) {
        try {
            MethodHandle handle = LOOKUP.unreflect(accessor);
            Class<?> boxed =
                    MethodType.methodType(accessor.getReturnType()).wrap().returnType();
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            LOOKUP,
                            "apply",
                            MethodType.methodType(Function.class),
                            MethodType.methodType(Object.class, Object.class),
                            handle,
                            MethodType.methodType(boxed, accessor.getDeclaringClass()))
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("no accessor for " + accessor, e);
        }
    }
}

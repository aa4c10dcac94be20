package milepost.rules.language.vocabulary;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Makes a lambda of a method without arguments, as fast as one written by hand; whole numbers come out as Long. */
final class Accessor {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private Accessor() {}

    static Function<Object, @Nullable Object> of(Method method) {
        Class<?> result = method.getReturnType();
        if (result == int.class) {
            ToIntFunction<Object> read = lambda(method, ToIntFunction.class, "applyAsInt", int.class);
            return fact -> (long) read.applyAsInt(fact);
        }
        if (result == long.class) {
            ToLongFunction<Object> read = lambda(method, ToLongFunction.class, "applyAsLong", long.class);
            return read::applyAsLong;
        }
        Function<Object, @Nullable Object> read = lambda(method, Function.class, "apply", Object.class);
        return result == Integer.class ? fact -> widened(read.apply(fact)) : read;
    }

    private static @Nullable Object widened(@Nullable Object value) {
        return value instanceof Integer i ? Long.valueOf(i) : null;
    }

    @SuppressWarnings("unchecked")
    private static <T> T lambda(Method method, Class<? super T> type, String name, Class<?> result) {
        try {
            MethodHandle target = LOOKUP.unreflect(method);
            MethodType actual = result == Object.class
                    ? target.type().changeReturnType(boxed(target.type().returnType()))
                    : target.type();
            return (T) LambdaMetafactory.metafactory(
                            LOOKUP,
                            name,
                            MethodType.methodType(type),
                            MethodType.methodType(result, Object.class),
                            target,
                            actual)
                    .getTarget()
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("cannot read " + method, e);
        }
    }

    private static Class<?> boxed(Class<?> type) {
        return type == boolean.class ? Boolean.class : type;
    }
}

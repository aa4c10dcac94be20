package milepost.rules.language.vocabulary;

import java.lang.invoke.MethodHandle;
import milepost.rules.language.FactType;
import org.jspecify.annotations.Nullable;

/** Calls a method of a fact through a handle made at start-up; whole numbers come out as Long. */
record Handle(MethodHandle spread) implements FactType.Invoker {

    @Override
    public @Nullable Object invoke(Object target, Object[] arguments) {
        try {
            Object value = (Object) spread.invokeExact(target, arguments);
            return value instanceof Integer i ? Long.valueOf(i) : value;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}

package milepost.rules.engine.value;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A compiled expression: from the fact being looked at and the values named earlier to a value. */
@FunctionalInterface
public interface Eval extends Serializable {
    Object[] NOTHING = {};

    /** The fact being looked at. */
    Eval SELF = (self, outer) -> self;

    public @Nullable Object on(@Nullable Object self, @Nullable Object[] outer);

    /** Whether the value is true; null counts as false. */
    default boolean holds(@Nullable Object self, @Nullable Object[] outer) {
        return Boolean.TRUE.equals(on(self, outer));
    }

    /** An expression that is only ever true or false. */
    @FunctionalInterface
    interface Check extends Eval {
        @Override
        boolean holds(@Nullable Object self, @Nullable Object[] outer);

        @Override
        public default Object on(@Nullable Object self, @Nullable Object[] outer) {
            return holds(self, outer);
        }
    }
}

package milepost.rules.engine.bound;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is read from facts of one type; made once and asked for often, so it keeps its hash. */
public final class Meaning {
    private final Class<?> type;
    private final List<Object> parts;
    private final int hash;

    Meaning(Class<?> type, List<Object> parts) {
        this.type = type;
        this.parts = parts;
        this.hash = 31 * type.hashCode() + parts.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof Meaning m && m.hash == hash && m.type == type && m.parts.equals(parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}

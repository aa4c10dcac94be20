package milepost.rules.language;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names that can be used at one place of a rule. */
final class Scope {
    private final Map<String, Binding> bindings;
    private final @Nullable FactType self;

    Scope() {
        this(new LinkedHashMap<>(), null);
    }

    private Scope(Map<String, Binding> bindings, @Nullable FactType self) {
        this.bindings = bindings;
        this.self = self;
    }

    /** The same names, shared, inside a pattern of this fact. */
    Scope inside(FactType fact) {
        return new Scope(bindings, fact);
    }

    /** A copy whose new names do not leave it. */
    Scope nested() {
        return new Scope(new LinkedHashMap<>(bindings), null);
    }

    /** Takes over the names that a copy has gained. */
    void adopt(Scope copy) {
        bindings.putAll(copy.bindings);
    }

    @Nullable FactType self() {
        return self;
    }

    @Nullable Binding find(String name) {
        return bindings.get(name);
    }

    boolean add(Binding binding) {
        return bindings.putIfAbsent(binding.name(), binding) == null;
    }

    Collection<String> names() {
        return bindings.keySet();
    }
}

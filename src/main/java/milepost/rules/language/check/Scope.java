package milepost.rules.language.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import milepost.rules.language.Binding;
import org.jspecify.annotations.Nullable;

/** The names that can be used at a place, and those that cannot be known because their declaration is wrong. */
final class Scope {
    private final @Nullable Scope outer;
    private final Map<String, Binding> bindings = new LinkedHashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> bare = new HashSet<>();
    private final boolean complete;

    /**
     * @param complete false where a part of the rule could not be read, so that a name may have been declared in it
     */
    Scope(boolean complete) {
        this.outer = null;
        this.complete = complete;
    }

    private Scope(Scope outer) {
        this.outer = outer;
        this.complete = outer.complete;
    }

    Scope inner() {
        return new Scope(this);
    }

    /** Whether it is that of the rule itself. */
    boolean isOutermost() {
        return outer == null;
    }

    Optional<Binding> find(String name) {
        Binding own = bindings.get(name);
        return own != null ? Optional.of(own) : outer == null ? Optional.empty() : outer.find(name);
    }

    /** Whether the name was, or may have been, declared in a way that could not be understood. */
    boolean isLost(String name) {
        return !complete || lost.contains(name) || (outer != null && outer.isLost(name));
    }

    boolean knows(String name) {
        return find(name).isPresent() || lost.contains(name) || (outer != null && outer.knows(name));
    }

    /** Whether the name was given here, not further out. */
    boolean declares(Binding binding) {
        return bindings.get(binding.name()) == binding;
    }

    void declare(Binding binding) {
        bindings.put(binding.name(), binding);
    }

    /** Other programs that run DRL know of what stands under this name only how it compares. */
    void bare(String name) {
        bare.add(name);
    }

    boolean isBare(String name) {
        return bare.contains(name) || outer != null && !bindings.containsKey(name) && outer.isBare(name);
    }

    void lose(String name) {
        lost.add(name);
    }

    List<String> names() {
        List<String> names = outer == null ? new ArrayList<>() : outer.names();
        names.addAll(bindings.keySet());
        return names;
    }
}

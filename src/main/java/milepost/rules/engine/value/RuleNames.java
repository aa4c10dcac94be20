package milepost.rules.engine.value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import milepost.rules.language.Binding;
import milepost.rules.language.Expr;
import org.drools.model.Variable;
import org.jspecify.annotations.Nullable;

/** Knows, for one rule, which engine variable carries which name. */
public final class RuleNames {
    /** A name is a variable itself, or a value read from the fact of a variable. */
    private record Place(Variable<?> variable, @Nullable Expr value) {}

    private final Map<Binding, Place> places = new HashMap<>();
    private final Set<Variable<?>> visible = new HashSet<>();

    /** Says that matches of the rule hold a value for this variable. */
    public void visible(Variable<?> variable) {
        visible.add(variable);
    }

    public void carriedBy(Binding binding, Variable<?> variable) {
        places.put(binding, new Place(variable, null));
    }

    public void readFrom(Binding binding, Variable<?> variable, Expr value) {
        places.put(binding, new Place(variable, value));
    }

    /** The variable that carries the name, or the fact it is read from. */
    public Variable<?> carrier(Binding binding) {
        Place place = places.get(binding);
        if (place == null) {
            throw new IllegalStateException(binding.name() + " has no place");
        }
        return place.variable();
    }

    /** The value that was given this name in the pattern of {@code current}; null when the name is of the fact itself. */
    public @Nullable Expr value(Expr.Variable name, Variable<?> current) {
        Place place = places.get(name.binding());
        if (place == null || place.variable() != current) {
            throw new IllegalStateException(name.binding().name() + " is not of this fact");
        }
        return place.value();
    }

    /** A view from inside the pattern of {@code current}. */
    public View view(Variable<?> current) {
        return new View(current, 0);
    }

    /** A view from the consequence, where the values of variables follow so many others. */
    public View viewBehind(int others) {
        return new View(null, others);
    }

    /** Compiles expressions at one place of the rule and collects the variables they need from elsewhere. */
    public final class View {
        private final @Nullable Variable<?> current;
        private final int first;
        private final List<Variable<?>> outer = new ArrayList<>();
        private final Map<Binding, Integer> locals = new HashMap<>();

        private View(@Nullable Variable<?> current, int first) {
            this.current = current;
            this.first = first;
        }

        public Eval compile(Expr expr) {
            return compile(expr, current);
        }

        /** The variables whose values must be handed over, in this order. */
        public List<Variable<?>> outer() {
            return outer;
        }

        /** Gives a local name of the consequence a place of its own. */
        public int local(Binding binding) {
            locals.put(binding, locals.size());
            return locals.size() - 1;
        }

        /** Whether a match can tell the value of this name. */
        public boolean carries(Binding binding) {
            Place place = places.get(binding);
            return place != null && visible.contains(place.variable());
        }

        public Eval of(Variable<?> variable) {
            if (variable == current) {
                return Eval.SELF;
            }
            if (!outer.contains(variable)) {
                outer.add(variable);
            }
            int index = first + outer.indexOf(variable);
            return (self, values) -> values[index];
        }

        /** The same for an expression that stands in the pattern of another fact. */
        public Eval compile(Expr expr, @Nullable Variable<?> self) {
            return new Closures(new Closures.Names() {
                        @Override
                        public Eval value(Binding binding) {
                            return valueOf(binding);
                        }

                        @Override
                        public Eval self() {
                            if (self == null) {
                                throw new IllegalStateException("no fact around the expression");
                            }
                            return of(self);
                        }
                    })
                    .compile(expr);
        }

        private Eval valueOf(Binding binding) {
            Integer local = locals.get(binding);
            if (local != null) {
                int index = local;
                return (self, values) -> ((Object[]) Objects.requireNonNull(self))[index];
            }
            Variable<?> carrier = carrier(binding);
            Expr value = Objects.requireNonNull(places.get(binding)).value();
            return value == null ? of(carrier) : compile(value, carrier);
        }
    }
}

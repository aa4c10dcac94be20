package milepost.rules.language;

import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import milepost.facts.AsOf;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Finding;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Precision;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Roadmap;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.Stage;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/** Every word a rule may use: the facts, their properties and methods, and the constants. All else is refused. */
public final class Vocabulary {
    private static final Set<String> HIDDEN = Set.of("toString", "hashCode", "equals", "recorded", "getClass");
    private static final List<Class<?>> FACTS = List.of(
            AsOf.class,
            Roadmap.class,
            Stage.class,
            Milestone.class,
            Dependency.class,
            Participant.class,
            Restriction.class,
            Indicator.class,
            Observation.class,
            Event.class,
            ProgressUpdate.class,
            Finding.class);

    private final Map<Class<?>, FactType> types = new LinkedHashMap<>();
    private final Map<String, FactType> facts = new TreeMap<>();
    private final Map<String, Class<? extends Enum<?>>> constants = new TreeMap<>();

    public Vocabulary() {
        constants.put("Status", Status.class);
        constants.put("Severity", Severity.class);
        constants.put("Precision", Precision.class);
        constants.put("RestrictionKind", RestrictionKind.class);
        constants.put("SubjectKind", SubjectKind.class);
        types.put(LocalDate.class, ValueTypes.date());
        types.put(String.class, ValueTypes.text());
        types.put(List.class, ValueTypes.list());
        describe(Source.class, false);
        describe(TargetDate.class, false);
        FACTS.forEach(fact -> facts.put(fact.getSimpleName(), describe(fact, true)));
    }

    /** The facts that a pattern may name, by name. */
    public Map<String, FactType> facts() {
        return facts;
    }

    /** The enums whose constants a rule may write, by name. */
    public Map<String, Class<? extends Enum<?>>> constants() {
        return constants;
    }

    /** What can be read from and asked of a value of this type; null when nothing can. */
    public @Nullable FactType members(Type type) {
        if (type instanceof Type.Thing thing) {
            return thing.fact();
        }
        if (type instanceof Type.ListOf) {
            return types.get(List.class);
        }
        return type == Type.Simple.DATE
                ? types.get(LocalDate.class)
                : type == Type.Simple.TEXT ? types.get(String.class) : null;
    }

    private FactType describe(Class<?> record, boolean matchable) {
        Map<String, FactType.Property> properties = new LinkedHashMap<>();
        Map<String, FactType.Method> methods = new LinkedHashMap<>();
        for (var component : record.getRecordComponents()) {
            Type type = typeOf(component.getGenericType());
            if (type != null && !HIDDEN.contains(component.getName())) {
                properties.put(
                        component.getName(), Accessors.property(component.getName(), type, component.getAccessor()));
            }
        }
        for (var method : record.getDeclaredMethods()) {
            Type type = typeOf(method.getGenericReturnType());
            boolean published = Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers());
            if (type == null || !published || HIDDEN.contains(method.getName())) {
                continue;
            }
            if (method.getParameterCount() == 0) {
                properties.putIfAbsent(method.getName(), Accessors.property(method.getName(), type, method));
            } else {
                methods.put(method.getName(), Accessors.method(method, type, this::parameterType));
            }
        }
        FactType described = new FactType(
                record.getSimpleName(), record, matchable, new TreeMap<>(properties), new TreeMap<>(methods));
        types.put(record, described);
        return described;
    }

    private Type parameterType(Class<?> parameter) {
        Type type = typeOf(parameter);
        if (type == null) {
            throw new IllegalStateException("no type for " + parameter);
        }
        return type;
    }

    @SuppressWarnings("unchecked")
    private @Nullable Type typeOf(java.lang.reflect.Type java) {
        if (java instanceof ParameterizedType list && list.getRawType() == List.class) {
            Type element = typeOf(list.getActualTypeArguments()[0]);
            return element == null ? null : new Type.ListOf(element);
        }
        if (!(java instanceof Class<?> plain)) {
            return null;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Type.Simple.BOOLEAN;
        }
        if (plain == int.class || plain == Integer.class || plain == long.class || plain == Long.class) {
            return Type.Simple.INTEGER;
        }
        if (plain == BigDecimal.class) {
            return Type.Simple.DECIMAL;
        }
        if (plain == String.class) {
            return Type.Simple.TEXT;
        }
        if (plain == LocalDate.class) {
            return Type.Simple.DATE;
        }
        if (plain.isEnum()) {
            return new Type.Constants((Class<? extends Enum<?>>) plain);
        }
        FactType known = types.get(plain);
        return known == null ? null : new Type.Thing(known);
    }
}

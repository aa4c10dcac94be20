package milepost.rules.language.vocabulary;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import milepost.rules.language.FactType;
import milepost.rules.language.Type;

/** Turns records of the facts into fact types, once at start-up; a component of an unknown kind stops the start. */
final class RecordReader {
    /** Bookkeeping of ours, and the methods that every record has. */
    private static final Set<String> HIDDEN = Set.of("recorded", "zone", "toString", "hashCode", "equals");

    private final Docs docs;
    private final Map<Class<?>, FactType> known = new LinkedHashMap<>();

    RecordReader(Docs docs) {
        this.docs = docs;
    }

    /** Reads a record; the records that its components are made of must have been read before. */
    void read(Class<? extends Record> type, boolean matchable) {
        Map<String, FactType.Property> properties = new LinkedHashMap<>();
        Map<String, FactType.Method> methods = new LinkedHashMap<>();
        for (Method method : accessors(type)) {
            String doc = docs.of(type.getSimpleName() + "." + method.getName());
            if (method.getParameterCount() == 0) {
                Type result = typeOf(method.getGenericReturnType());
                properties.put(
                        method.getName(), new FactType.Property(method.getName(), result, doc, Accessor.of(method)));
            } else {
                methods.put(method.getName(), method(method, doc));
            }
        }
        docs.of(type.getSimpleName());
        known.put(
                type,
                new FactType(
                        type.getSimpleName(),
                        type,
                        matchable,
                        java.util.Collections.unmodifiableMap(properties),
                        java.util.Collections.unmodifiableMap(methods)));
    }

    List<FactType> types() {
        return List.copyOf(known.values());
    }

    private static List<Method> accessors(Class<? extends Record> type) {
        List<String> order = new ArrayList<>();
        Arrays.stream(type.getRecordComponents()).forEach(c -> order.add(c.getName()));
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !Modifier.isStatic(m.getModifiers()))
                .filter(m -> !m.isSynthetic() && !HIDDEN.contains(m.getName()))
                .sorted(Comparator.comparingInt(
                                (Method m) -> order.contains(m.getName()) ? order.indexOf(m.getName()) : order.size())
                        .thenComparing(Method::getName))
                .toList();
    }

    private FactType.Method method(Method method, String doc) {
        List<Type> parameters = Arrays.stream(method.getGenericParameterTypes())
                .map(this::typeOf)
                .toList();
        MethodHandle handle;
        try {
            handle = MethodHandles.lookup().unreflect(method);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("cannot call " + method, e);
        }
        MethodHandle spread = handle.asSpreader(Object[].class, parameters.size())
                .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class, Object[].class));
        return new FactType.Method(
                method.getName(), parameters, typeOf(method.getGenericReturnType()), doc, new Handle(spread));
    }

    private Type typeOf(java.lang.reflect.Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Type.ListOf(typeOf(list.getActualTypeArguments()[0]));
        }
        Class<?> plain = (Class<?>) type;
        if (plain == int.class || plain == long.class || plain == Integer.class || plain == Long.class) {
            return Type.Simple.INTEGER;
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Type.Simple.BOOLEAN;
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
            return new Type.Constants(plain.asSubclass(Enum.class).asSubclass(anyEnum()));
        }
        return new Type.Thing(Objects.requireNonNull(known.get(plain), () -> "no rule type for " + plain));
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Enum<?>> anyEnum() {
        return (Class<? extends Enum<?>>) (Class<?>) Enum.class;
    }
}

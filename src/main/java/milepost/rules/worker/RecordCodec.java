package milepost.rules.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records as bytes and back. The reader decides what is made: only the record it asks for and what its components declare. No name of
 * a class is ever read, so that a child process can send nothing but wrong values.
 */
final class RecordCodec {
    private static final int LONGEST_NUMBER = 100;

    /** Found once for each record; Java makes code for each accessor, and would make it again for each that is looked up. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private RecordCodec() {}

    /** What a record is made of. */
    private record Shape(List<Type> types, List<Method> accessors, Constructor<?> constructor) {
        static Shape of(Class<?> type) {
            List<RecordComponent> components = List.of(type.getRecordComponents());
            try {
                return new Shape(
                        components.stream().map(RecordComponent::getGenericType).toList(),
                        components.stream().map(RecordComponent::getAccessor).toList(),
                        type.getDeclaredConstructor(components.stream()
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new)));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " cannot be made", e);
            }
        }
    }

    static byte[] bytes(Record value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new RecordCodec().write(new DataOutputStream(bytes), value.getClass(), value);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    /** IOException for bytes that are not such a record. */
    static <T extends Record> T read(byte[] bytes, Class<T> type) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        try {
            T value = type.cast(new RecordCodec().read(in, type));
            if (value == null || in.available() > 0) {
                throw new IOException("not one " + type.getSimpleName());
            }
            return value;
        } catch (DateTimeException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("not a " + type.getSimpleName(), e);
        }
    }

    private void write(DataOutputStream out, Type type, @Nullable Object value) throws IOException {
        out.writeBoolean(value != null);
        if (value == null) {
            return;
        }
        if (type instanceof ParameterizedType list) {
            List<?> elements = (List<?>) value;
            out.writeInt(elements.size());
            for (Object element : elements) {
                write(out, list.getActualTypeArguments()[0], element);
            }
        } else if (value instanceof Record record) {
            Shape shape = shape(record.getClass());
            for (int i = 0; i < shape.types().size(); i++) {
                write(
                        out,
                        shape.types().get(i),
                        component(record, shape.accessors().get(i)));
            }
        } else if (value instanceof Boolean yes) {
            out.writeBoolean(yes);
        } else if (value instanceof Integer number) {
            out.writeInt(number);
        } else if (value instanceof Long number) {
            out.writeLong(number);
        } else if (value instanceof Enum<?> constant) {
            out.writeInt(constant.ordinal());
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    private static Shape shape(Class<?> type) {
        return SHAPES.get(type);
    }

    private static @Nullable Object component(Record record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor + " cannot be read", e);
        }
    }

    private @Nullable Object read(DataInputStream in, Type type) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        if (type instanceof ParameterizedType list) {
            int size = count(in);
            List<@Nullable Object> elements = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                elements.add(read(in, list.getActualTypeArguments()[0]));
            }
            return elements;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return record(in, plain);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return in.readBoolean();
        }
        if (plain == int.class || plain == Integer.class) {
            return in.readInt();
        }
        if (plain == long.class || plain == Long.class) {
            return in.readLong();
        }
        if (plain.isEnum()) {
            Object[] constants = plain.getEnumConstants();
            int ordinal = in.readInt();
            if (ordinal < 0 || ordinal >= constants.length) {
                throw new IOException("no such " + plain.getSimpleName());
            }
            return constants[ordinal];
        }
        return text(plain, new String(in.readNBytes(count(in)), StandardCharsets.UTF_8));
    }

    /** A number of bytes or elements; there cannot be more of them than bytes left. */
    private static int count(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("a length of " + count);
        }
        return count;
    }

    private Object record(DataInputStream in, Class<?> type) throws IOException {
        Shape shape = shape(type);
        @Nullable Object[] values = new Object[shape.types().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = read(in, shape.types().get(i));
        }
        try {
            return shape.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("no such " + type.getSimpleName(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    private static Object text(Class<?> type, String text) throws IOException {
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == ZoneId.class) {
            return ZoneId.of(text);
        }
        if (type == BigDecimal.class && text.length() <= LONGEST_NUMBER) {
            return new BigDecimal(text);
        }
        throw new IOException("a " + type.getSimpleName() + " of " + text.length() + " characters");
    }
}

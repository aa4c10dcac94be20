package milepost.rules.language.check;

import milepost.rules.language.Type;
import milepost.rules.language.Type.Simple;
import org.jspecify.annotations.Nullable;

/** What types have to do with one another. */
final class Types {
    private Types() {}

    static boolean isNumber(Type type) {
        return type == Simple.INTEGER || type == Simple.DECIMAL;
    }

    /** Whether two values can be equal. */
    static boolean comparable(Type a, Type b) {
        return a == Simple.NULL
                || b == Simple.NULL
                || (isNumber(a) && isNumber(b))
                || (same(a, b) && !(a instanceof Type.ListOf));
    }

    /** Whether one can come before the other. */
    static boolean ordered(Type a, Type b) {
        return (isNumber(a) && isNumber(b))
                || (a == Simple.DATE && b == Simple.DATE)
                || (a instanceof Type.Constants && same(a, b));
    }

    static boolean same(Type a, Type b) {
        if (a instanceof Type.Thing left && b instanceof Type.Thing right) {
            return left.fact().javaType() == right.fact().javaType();
        }
        if (a instanceof Type.ListOf left && b instanceof Type.ListOf right) {
            return same(left.element(), right.element());
        }
        return a.equals(b);
    }

    /** The type of a value that is one or the other; null when there is none. */
    static @Nullable Type either(Type a, Type b) {
        if (a == Simple.NULL || same(a, b)) {
            return b;
        }
        if (b == Simple.NULL) {
            return a;
        }
        return isNumber(a) && isNumber(b) ? Simple.DECIMAL : null;
    }

    /** For messages. */
    static String shown(Type type) {
        if (type instanceof Simple simple) {
            return switch (simple) {
                case BOOLEAN -> "true or false";
                case INTEGER -> "a whole number";
                case DECIMAL -> "a decimal number";
                case TEXT -> "text";
                case DATE -> "a date";
                case NULL -> "null";
            };
        }
        if (type instanceof Type.Constants constants) {
            return constants.of().getSimpleName();
        }
        if (type instanceof Type.Thing thing) {
            return thing.fact().name();
        }
        return "a list";
    }
}

package milepost.rules.language.vocabulary;

import milepost.rules.language.FactType;
import milepost.rules.language.Type;
import milepost.rules.language.Type.Simple;

/** What types are called in the guide and in the editor. */
public final class TypeNames {
    private TypeNames() {}

    /** In words for authors, such as whole number, TargetDate, list of text. */
    public static String of(Type type) {
        if (type instanceof Simple simple) {
            return switch (simple) {
                case BOOLEAN -> "yes or no";
                case INTEGER -> "whole number";
                case DECIMAL -> "decimal number";
                case TEXT -> "text";
                case DATE -> "date";
                case NULL -> "null";
            };
        }
        if (type instanceof Type.Constants constants) {
            return constants.of().getSimpleName();
        }
        return type instanceof Type.ListOf list
                ? "list of " + of(list.element())
                : ((Type.Thing) type).fact().name();
    }

    /** A method with what it takes, such as {@code daysUntil( date )}. */
    public static String call(FactType.Method method) {
        String taken = String.join(
                ", ", method.parameters().stream().map(TypeNames::of).toList());
        return method.name() + "( " + taken + (taken.isEmpty() ? ")" : " )");
    }
}

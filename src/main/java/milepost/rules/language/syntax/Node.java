package milepost.rules.language.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression as written: no name in it is known to exist. */
public sealed interface Node {

    Extent at();

    /**
     * A number, a text, true, false or null.
     *
     * @param value Long, BigDecimal, String, Boolean or null
     * @param written its text in the file
     */
    record Literal(@Nullable Object value, String written, Extent at) implements Node {}

    /** A single name, such as a property, a binding or {@code this}. */
    record Name(String text, Extent at) implements Node {}

    /** {@code target.name}. */
    record Field(Node target, Word name, Extent at) implements Node {}

    /** {@code target.name(arguments)}; without a target a method of the fact around it. */
    record Invoke(@Nullable Node target, Word name, List<Node> arguments, Extent at) implements Node {}

    /** {@code !x} or {@code -x}. */
    record Prefix(String operator, Node operand, Extent at) implements Node {}

    /** Two operands around an operator; of an abbreviated relation the left one is the same object twice. */
    record Infix(Word operator, Node left, Node right, Extent at) implements Node {}

    /** {@code value in (options)} or {@code value not in (options)}. */
    record In(Node value, List<Node> options, boolean negated, Extent at) implements Node {}

    /** {@code test ? then : otherwise}. */
    record Ternary(Node test, Node then, Node otherwise, Extent at) implements Node {}
}

package milepost.rules.language.syntax;

import java.util.List;

/** A statement as written. */
public sealed interface Then {

    Extent at();

    /** {@code type name = value;}. */
    record Local(Word type, Word name, Node value, Extent at) implements Then {}

    /** {@code if (test) {...} else {...}}; the second list may be empty. */
    record If(Node test, List<Then> then, List<Then> otherwise, Extent at) implements Then {}

    /** An expression as a statement. */
    record Act(Node expression, Extent at) implements Then {}
}

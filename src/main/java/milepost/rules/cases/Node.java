package milepost.rules.cases;

import java.util.List;
import java.util.Map;

/** A part of a case file. Every scalar is kept as text: what it means depends on the field, never on how it looks. */
sealed interface Node {

    Place at();

    /** Where it stands; line and columns from 1, the end column behind its last character on that line. */
    record Place(int line, int column, int endColumn) {}

    /** A scalar; only an unquoted one can say null. */
    record Text(String value, boolean quoted, Place at) implements Node {
        boolean empty() {
            return !quoted && (value.isEmpty() || value.equals("null") || value.equals("~"));
        }
    }

    /** A list. */
    record Items(List<Node> items, Place at) implements Node {}

    /** A mapping, in the order written. */
    record Fields(Map<String, Field> fields, Place at) implements Node {}

    /** One entry of a mapping; the place is that of its name. */
    record Field(Node value, Place at) {}
}

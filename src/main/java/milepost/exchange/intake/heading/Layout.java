package milepost.exchange.intake.heading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import milepost.exchange.table.Table;
import milepost.facts.Problem;

/**
 * Where in a file the table stands.
 *
 * @param table with headings in a row
 * @param head the row of the headings, counted from 0
 */
public record Layout(Table table, int head) {
    private static final int LOOKED_AT = 25;
    private static final int LEAST_TURNED = 3;

    private record Found(Layout layout, double likeness) {}

    /** The sheet, the direction and the row that look most like headings; INVALID when none holds a title or a key. */
    static Layout find(List<Table> sheets, Set<String> told) {
        Found best = null;
        for (Table sheet : sheets) {
            for (boolean turned : new boolean[] {false, true}) {
                for (int row = 0;
                        row
                                < Math.min(
                                        LOOKED_AT,
                                        turned ? sheet.width() : sheet.rows().size());
                        row++) {
                    double likeness = Headings.likeness(line(sheet, turned, row), told, turned ? LEAST_TURNED : 1);
                    if (likeness > 0 && (best == null || likeness > best.likeness())) {
                        best = new Found(new Layout(turned ? sheet.turn() : sheet, row), likeness);
                    }
                }
            }
        }
        if (best == null) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "No row or column of headings was found; the first row needs headings such as title, due and status.");
        }
        return best.layout();
    }

    List<String> headings() {
        List<String> headings = new ArrayList<>();
        for (int c = 0; c < table.width(); c++) {
            headings.add(table.at(head, c));
        }
        return headings;
    }

    private static List<String> line(Table sheet, boolean turned, int row) {
        if (!turned) {
            return sheet.rows().get(row);
        }
        List<String> column = new ArrayList<>();
        for (int r = 0; r < Math.min(sheet.rows().size(), 200); r++) {
            column.add(sheet.at(r, row));
        }
        return column;
    }
}

package milepost.exchange.intake.plan;

import java.util.ArrayList;
import java.util.List;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.table.Table;

/** Gathers what could not be taken as it stands; many are counted, the first are kept. */
public final class Troubles {
    private static final int KEPT = 500;

    private final Table table;
    private final List<Trouble> first = new ArrayList<>();
    private int count;
    private boolean stopped;

    Troubles(Table table) {
        this.table = table;
    }

    void cell(int row, Column column, String message, boolean stops) {
        add(new Trouble(table.place(row, column.index()), column.heading(), message, stops));
    }

    void row(int row, String message, boolean stops) {
        String place = table.place(row, 0);
        add(new Trouble(
                table.turned() ? place.replaceFirst(".*, ", "") : place.replaceFirst(",.*", ""), "", message, stops));
    }

    private void add(Trouble trouble) {
        count++;
        stopped |= trouble.stops();
        if (first.size() < KEPT) {
            first.add(trouble);
        }
    }

    List<Trouble> first() {
        return List.copyOf(first);
    }

    int count() {
        return count;
    }

    boolean stopped() {
        return stopped;
    }
}

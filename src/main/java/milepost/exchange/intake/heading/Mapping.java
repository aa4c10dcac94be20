package milepost.exchange.intake.heading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.exchange.intake.reading.Units;
import milepost.exchange.intake.reading.Words;
import milepost.exchange.table.Table;

/**
 * What every column of a table is taken for.
 *
 * @param table with headings in a row
 * @param head the row of the headings, counted from 0
 */
public record Mapping(Table table, int head, List<Column> columns) {
    private static final int SAMPLED = 3_000;

    public Mapping {
        columns = List.copyOf(columns);
    }

    /** Guesses it; what a profile says about a heading comes before any guess. */
    public static Mapping of(List<Table> sheets, Map<String, Meaning> profile) {
        Layout layout = Layout.find(sheets, profile.keySet());
        List<Column> columns = new ArrayList<>();
        for (Column column : Headings.columns(layout.headings())) {
            Meaning told = profile.get(Words.key(column.heading()));
            columns.add(told == null ? column : new Column(column.index(), column.heading(), told));
        }
        return new Mapping(layout.table(), layout.head(), columns).withUnits();
    }

    /** The same with other meanings, in the order of the columns. */
    public Mapping with(List<Meaning> meanings) {
        List<Column> changed = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            changed.add(i < meanings.size() ? new Column(column.index(), column.heading(), meanings.get(i)) : column);
        }
        return new Mapping(table, head, changed);
    }

    /** The same with no more of the table than is looked at. */
    public Mapping sampled() {
        int kept = Math.min(table.rows().size(), head + 1 + SAMPLED);
        Table first = new Table(table.name(), table.about(), table.rows().subList(0, kept), table.turned());
        return new Mapping(first, head, columns);
    }

    /** What a profile keeps: the meaning of each heading. */
    public Map<String, Meaning> profile() {
        Map<String, Meaning> meanings = new HashMap<>();
        columns.stream()
                .filter(c -> !Words.key(c.heading()).isEmpty())
                .forEach(c -> meanings.putIfAbsent(Words.key(c.heading()), c.meaning()));
        return meanings;
    }

    public Optional<Column> find(Target target) {
        return columns.stream().filter(c -> c.meaning().target() == target).findFirst();
    }

    /** The first cells of a column that are not blank, to look at. */
    public List<String> samples(Column column, int most) {
        return cells(column).stream()
                .map(Words::line)
                .filter(text -> !text.isEmpty())
                .limit(most)
                .toList();
    }

    /** The cells of a column below its heading; of a very long one, the first. */
    public List<String> cells(Column column) {
        List<String> cells = new ArrayList<>();
        for (int row = head + 1; row < table.rows().size() && cells.size() < SAMPLED; row++) {
            cells.add(table.at(row, column.index()));
        }
        return cells;
    }

    /** Amounts whose heading names no unit take that of their cells. */
    private Mapping withUnits() {
        List<Column> changed = new ArrayList<>();
        for (Column column : columns) {
            Meaning meaning = column.meaning();
            String unit = meaning.unit();
            if (meaning.target() == Target.AMOUNT && unit == null) {
                unit = cells(column).stream()
                        .map(Units::ofCell)
                        .filter(u -> u != null)
                        .findFirst()
                        .orElse(null);
            }
            changed.add(
                    new Column(column.index(), column.heading(), new Meaning(meaning.target(), meaning.name(), unit)));
        }
        return new Mapping(table, head, changed);
    }
}

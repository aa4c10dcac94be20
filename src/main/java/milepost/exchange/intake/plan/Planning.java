package milepost.exchange.intake.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import milepost.exchange.intake.heading.Column;
import milepost.exchange.intake.heading.Mapping;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.intake.heading.Target;
import milepost.exchange.intake.reading.Reading;
import milepost.exchange.intake.reading.Words;
import milepost.exchange.table.Table;
import milepost.facts.Problem;
import milepost.roadmap.fact.Edit;
import org.jspecify.annotations.Nullable;

/** Works out what taking a table in comes to, row by row. */
public final class Planning {
    private static final int SHOWN = 1_000;
    private static final long COMPARED = 2_000_000;

    private final Request request;
    private final Mapping mapping;
    private final Table table;
    private final CellReaders readers;
    private final Known known;
    private final Troubles troubles;
    private final Map<Integer, Tally> tallies = new LinkedHashMap<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<PlannedRow> lines = new ArrayList<>();
    private final Map<PlannedRow.Action, Integer> actions = new HashMap<>();

    private Planning(Request request) {
        this.request = request;
        this.mapping = request.mapping();
        this.table = mapping.table();
        this.readers = new CellReaders(mapping);
        this.known = new Known(request.head().key(), request.snapshot());
        this.troubles = new Troubles(table);
        for (Column column : mapping.columns()) {
            Target target = column.meaning().target();
            if (target.date() || target == Target.AMOUNT || target == Target.RATING) {
                tallies.put(column.index(), new Tally(column.meaning()));
            }
        }
    }

    /** INVALID when no column names the milestones. */
    public static Plan of(Request request) {
        return of(request, row -> {});
    }

    /**
     * The same, telling the number of each row that is done.
     *
     * @throws Problem INVALID when no column names the milestones, or two columns have the same meaning
     */
    public static Plan of(Request request, IntConsumer progress) {
        return new Planning(request).plan(progress);
    }

    private Plan plan(IntConsumer progress) {
        checkMapping();
        tellTwins();
        if (request.snapshot() == null) {
            edits.add(new Edit.Put(request.head()));
        }
        List<Identified> identified = identify();
        boolean compare = (long) identified.size()
                        * (request.snapshot() == null
                                ? 0
                                : request.snapshot().milestones().size())
                <= COMPARED;
        int done = 0;
        for (Identified row : identified) {
            plan(row, compare);
            progress.accept(++done);
        }
        return new Plan(
                mapping,
                identified.size(),
                count(PlannedRow.Action.ADD),
                count(PlannedRow.Action.CHANGE),
                count(PlannedRow.Action.SAME),
                known.untouched(),
                List.copyOf(lines),
                troubles.first(),
                troubles.count(),
                troubles.stopped(),
                List.copyOf(tallies.values()),
                List.copyOf(edits));
    }

    private record Identified(int row, String title, String id, String key, Optional<Known.Match> match) {}

    /** Recognises every row before any is compared by likeness. */
    private List<Identified> identify() {
        List<Identified> rows = new ArrayList<>();
        for (int row = mapping.head() + 1; row < table.rows().size(); row++) {
            String key = cell(Target.KEY, row);
            String id = cell(Target.ID, row);
            String title = cell(Target.TITLE, row);
            if (key.isEmpty() && title.isEmpty() && id.isEmpty()) {
                leaveOut(row);
            } else if (filled(row) == 1 && mapping.columns().size() > 2) {
                troubles.row(
                        row,
                        "Only \"" + Words.cut(title + key + id, 60) + "\" stands in this row; it was left out.",
                        false);
            } else {
                recognise(row, key, id, title).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<Identified> recognise(int row, String key, String id, String title) {
        String said = request.same().get(row);
        Optional<Known.Match> match = said == null ? known.find(key, id, title) : known.named(said);
        if (match.isEmpty() && title.isEmpty()) {
            troubles.row(
                    row,
                    "There is no milestone " + (key.isEmpty() ? id : key) + ", and the row has no title to add one.",
                    true);
            return Optional.empty();
        }
        if (!key.isEmpty() && match.isEmpty() && !known.claim(key)) {
            troubles.row(row, "The key " + Words.cut(key, 60) + " stands in another row too.", true);
            return Optional.empty();
        }
        return Optional.of(new Identified(row, title, id, key, match));
    }

    private void leaveOut(int row) {
        if (filled(row) > 0) {
            troubles.row(row, "The row names no milestone; it was left out.", false);
        }
    }

    private void plan(Identified row, boolean compare) {
        RowEdits made = new RowEdits(request, known, troubles, row.row());
        String key = row.match()
                .map(m -> m.milestone().key())
                .orElseGet(() -> row.key().isEmpty() ? known.fresh() : row.key());
        made.begin(key, row.match().map(Known.Match::milestone).orElse(null), row.title());
        for (Column column : mapping.columns()) {
            if (column.meaning().target() != Target.IGNORE) {
                Reading reading = readers.read(column, Words.cell(table.at(row.row(), column.index())));
                Tally tally = tallies.get(column.index());
                if (tally != null) {
                    tally.add(reading.kind());
                }
                made.take(column, reading);
            }
        }
        edits.addAll(made.edits());
        PlannedRow.Action action = row.match().isEmpty()
                ? PlannedRow.Action.ADD
                : made.edits().isEmpty() ? PlannedRow.Action.SAME : PlannedRow.Action.CHANGE;
        actions.merge(action, 1, Integer::sum);
        if (lines.size() < SHOWN) {
            lines.add(new PlannedRow(
                    row.row(),
                    table.place(row.row(), 0),
                    key,
                    made.title(),
                    action,
                    row.match().map(m -> m.by().name()).orElse(null),
                    made.differences(),
                    action == PlannedRow.Action.ADD && compare ? like(row.title()) : null));
        }
    }

    private PlannedRow.@Nullable Like like(String title) {
        return known.findLike(title)
                .map(m -> new PlannedRow.Like(m.key(), m.title()))
                .orElse(null);
    }

    private void checkMapping() {
        if (mapping.find(Target.TITLE).isEmpty()
                && mapping.find(Target.KEY).isEmpty()
                && mapping.find(Target.ID).isEmpty()) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "No column names the milestones; say which one holds the title, the key or the identifier.");
        }
        Map<Object, Column> seen = new HashMap<>();
        for (Column column : mapping.columns()) {
            Meaning meaning = column.meaning();
            if (meaning.target() == Target.IGNORE) {
                continue;
            }
            Column other = seen.putIfAbsent(
                    meaning.target().named() ? String.valueOf(meaning.name()) : meaning.target(), column);
            if (other != null) {
                throw new Problem(
                        Problem.Kind.INVALID,
                        "Two columns are both " + meaning.label() + ": \"" + Words.cut(other.heading(), 60)
                                + "\" and \"" + Words.cut(column.heading(), 60)
                                + "\"; leave one out or give it another name.");
            }
        }
    }

    /** Two columns of one heading are no mistake that stops anything, but one that a person should know of. */
    private void tellTwins() {
        Map<String, Column> seen = new HashMap<>();
        for (Column column : mapping.columns()) {
            String heading = Words.key(column.heading());
            Column other = heading.isEmpty() ? null : seen.putIfAbsent(heading, column);
            if (other != null && column.meaning().target() != Target.IGNORE) {
                troubles.cell(
                        mapping.head(),
                        column,
                        "The heading \"" + Words.cut(column.heading(), 60) + "\" stands twice; this column is taken as "
                                + said(column.meaning()) + ", the one before it as " + said(other.meaning()) + ".",
                        false);
            }
        }
    }

    private static String said(Meaning meaning) {
        return meaning.target().label().toLowerCase(Locale.ROOT)
                + (meaning.name() == null ? "" : " \"" + Words.cut(meaning.name(), 60) + "\"");
    }

    private String cell(Target target, int row) {
        return mapping.find(target)
                .map(column -> Words.line(Words.cell(table.at(row, column.index()))))
                .orElse("");
    }

    private int filled(int row) {
        int filled = 0;
        for (String cell : table.rows().get(row)) {
            filled += Words.line(cell).isEmpty() ? 0 : 1;
        }
        return filled;
    }

    private int count(PlannedRow.Action action) {
        return actions.getOrDefault(action, 0);
    }
}

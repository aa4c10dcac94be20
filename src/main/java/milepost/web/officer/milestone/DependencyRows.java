package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Dependency;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** What a milestone waits for, on its form: one row for each predecessor, and an empty one. */
final class DependencyRows {
    private static final String GROUP = "dependencies";

    private DependencyRows() {}

    static void fill(Values values, Snapshot snapshot, String milestone) {
        for (Dependency d : snapshot.dependencies()) {
            if (d.successor().equals(milestone)) {
                String row = GROUP + "/" + d.predecessor();
                values.put(row + "/version", d.recorded().version())
                        .put(row + "/lagDays", d.lagDays() == 0 ? null : d.lagDays());
            }
        }
    }

    /** Reads all rows; {@code places} learns where on the form each dependency stands. */
    static List<Edit> read(Answers answers, Snapshot snapshot, String milestone, Map<String, String> places) {
        List<Edit> edits = new ArrayList<>();
        for (String row : answers.form().rows(GROUP)) {
            Edit edit = edit(answers, snapshot, milestone, row);
            if (edit != null) {
                edits.add(edit);
            }
            places.put(GROUP + "/" + predecessor(answers, row), GROUP + "/" + row);
        }
        return edits;
    }

    private static @Nullable Edit edit(Answers answers, Snapshot snapshot, String milestone, String row) {
        String name = GROUP + "/" + row;
        String predecessor = predecessor(answers, row);
        if (predecessor.isEmpty()) {
            return null;
        }
        long version = answers.version(name + "/version");
        if (answers.form().checked(name + "/gone")) {
            return new Edit.Removal(Dependency.class, predecessor + ">" + milestone, version);
        }
        int lag = answers.days(name + "/lagDays", "Days between");
        Optional<Dependency> recorded = snapshot.dependencies().stream()
                .filter(d ->
                        d.predecessor().equals(predecessor) && d.successor().equals(milestone))
                .findFirst();
        if (Form.added(row) && recorded.isPresent()) {
            answers.refuse(name + "/predecessor", milestone + " waits for " + predecessor + " already");
            return null;
        }
        boolean same = recorded.map(d -> d.lagDays() == lag && d.recorded().version() == version)
                .orElse(false);
        return same ? null : new Edit.Put(new Dependency(predecessor, milestone, lag, Keys.version(version)));
    }

    private static String predecessor(Answers answers, String row) {
        return Form.added(row) ? answers.given(GROUP + "/" + row + "/predecessor") : row;
    }
}

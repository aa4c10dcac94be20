package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import milepost.facts.Participant;
import milepost.facts.Snapshot;
import milepost.roadmap.Edit;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The participants on the form of a milestone: one row each, and an empty one. */
final class ParticipantRows {
    private static final String GROUP = "participants";
    private static final String NEW = "new";

    private ParticipantRows() {}

    static void fill(Values values, Snapshot snapshot, String milestone) {
        for (Participant p : snapshot.participants()) {
            if (p.milestone().equals(milestone)) {
                String row = GROUP + "/" + p.key();
                values.put(row + "/version", p.recorded().version())
                        .put(row + "/name", p.name())
                        .put(row + "/jurisdiction", p.jurisdiction())
                        .put(row + "/sector", p.sector())
                        .put(row + "/role", p.role());
            }
        }
    }

    static List<Edit> read(Answers answers, Snapshot snapshot, String milestone) {
        List<Edit> edits = new ArrayList<>();
        for (String key : answers.form().rows(GROUP)) {
            Edit edit = edit(answers, snapshot, milestone, key);
            if (edit != null) {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static @Nullable Edit edit(Answers answers, Snapshot snapshot, String milestone, String key) {
        String row = GROUP + "/" + key;
        long version = answers.version(row + "/version");
        if (answers.form().checked(row + "/gone")) {
            return new Edit.Removal(Participant.class, key, version);
        }
        boolean added = key.equals(NEW);
        String name = answers.given(row + "/name");
        String jurisdiction = answers.given(row + "/jurisdiction");
        if (added && name.isEmpty() && jurisdiction.isEmpty()) {
            return null;
        }
        Participant typed = new Participant(
                added ? freshKey(snapshot, milestone, jurisdiction) : key,
                milestone,
                name,
                jurisdiction,
                answers.text(row + "/sector"),
                answers.text(row + "/role"),
                Keys.version(version));
        return same(typed, snapshot) ? null : new Edit.Put(typed);
    }

    private static String freshKey(Snapshot snapshot, String milestone, String jurisdiction) {
        List<String> taken =
                snapshot.participants().stream().map(Participant::key).toList();
        return Keys.fresh(milestone + " " + jurisdiction, taken);
    }

    private static boolean same(Participant typed, Snapshot snapshot) {
        Optional<Participant> recorded = snapshot.participants().stream()
                .filter(p -> p.key().equals(typed.key()))
                .findFirst();
        return recorded.map(p -> new Participant(
                                p.key(),
                                p.milestone(),
                                p.name(),
                                p.jurisdiction(),
                                p.sector(),
                                p.role(),
                                Keys.version(p.recorded().version()))
                        .equals(typed))
                .orElse(false);
    }
}

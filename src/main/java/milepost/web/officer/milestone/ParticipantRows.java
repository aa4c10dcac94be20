package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import milepost.facts.Participant;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The participants on the form of a milestone: one row each, and those being added. */
final class ParticipantRows {
    private static final String GROUP = "participants";

    private final Answers answers;
    private final Snapshot snapshot;
    private final String milestone;
    private final List<String> taken;

    private ParticipantRows(Answers answers, Snapshot snapshot, String milestone) {
        this.answers = answers;
        this.snapshot = snapshot;
        this.milestone = milestone;
        this.taken = new ArrayList<>(
                snapshot.participants().stream().map(Participant::key).toList());
    }

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

    /** Reads all rows; {@code places} learns where on the form each participant stands. */
    static List<Edit> read(Answers answers, Snapshot snapshot, String milestone, Map<String, String> places) {
        ParticipantRows rows = new ParticipantRows(answers, snapshot, milestone);
        List<Edit> edits = new ArrayList<>();
        for (String key : answers.form().rows(GROUP)) {
            Edit edit = rows.edit(key);
            if (edit instanceof Edit.Put put) {
                places.put(GROUP + "/" + ((Participant) put.fact()).key(), GROUP + "/" + key);
            }
            if (edit != null) {
                edits.add(edit);
            }
        }
        return edits;
    }

    private @Nullable Edit edit(String key) {
        String row = GROUP + "/" + key;
        long version = answers.version(row + "/version");
        String name = answers.given(row + "/name");
        String jurisdiction = answers.given(row + "/jurisdiction").toUpperCase(Locale.ROOT);
        boolean gone = answers.form().checked(row + "/gone");
        if (Form.added(key)) {
            return gone || (name.isEmpty() && jurisdiction.isEmpty())
                    ? null
                    : put(row, freshKey(jurisdiction), name, version);
        }
        return gone ? new Edit.Removal(Participant.class, key, version) : put(row, key, name, version);
    }

    private @Nullable Edit put(String row, String key, String name, long version) {
        Participant typed = new Participant(
                key,
                milestone,
                name,
                answers.given(row + "/jurisdiction").toUpperCase(Locale.ROOT),
                answers.text(row + "/sector"),
                answers.text(row + "/role"),
                Keys.version(version));
        return same(typed) ? null : new Edit.Put(typed);
    }

    private String freshKey(String jurisdiction) {
        String key = Keys.fresh(milestone + " " + jurisdiction, taken);
        taken.add(key);
        return key;
    }

    private boolean same(Participant typed) {
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

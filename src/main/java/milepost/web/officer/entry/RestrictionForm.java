package milepost.web.officer.entry;

import java.util.List;
import java.util.Optional;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Snapshot;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The form of a measure of some jurisdictions against others. */
record RestrictionForm() implements FactForm {

    @Override
    public String noun() {
        return "restriction";
    }

    @Override
    public Class<?> type() {
        return Restriction.class;
    }

    @Override
    public Optional<Form> find(Snapshot snapshot, String key) {
        return snapshot.restrictions().stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .map(r -> new Values()
                        .put("version", r.recorded().version())
                        .put("title", r.title())
                        .put("kind", r.kind().name())
                        .put("imposedBy", String.join(", ", r.imposedBy()))
                        .put("targets", String.join(", ", r.targets()))
                        .put("sector", r.sector())
                        .day("from", r.from())
                        .day("to", r.to())
                        .put("note", r.note())
                        .source("source", r.source())
                        .form());
    }

    @Override
    public Restriction read(Answers answers, Snapshot snapshot, @Nullable String key) {
        List<String> taken =
                snapshot.restrictions().stream().map(Restriction::key).toList();
        return new Restriction(
                key == null ? Keys.fresh(answers.given("title"), taken) : key,
                answers.given("title"),
                answers.choice("kind", "Kind", RestrictionKind.class),
                answers.codes("imposedBy"),
                answers.codes("targets"),
                answers.text("sector"),
                answers.day("from", "In force from"),
                answers.day("to", "In force to"),
                answers.text("note"),
                answers.source("source"),
                Keys.version(answers.version("version")));
    }
}

package milepost.web.officer.entry;

import java.util.List;
import java.util.Optional;
import milepost.facts.Indicator;
import milepost.facts.Snapshot;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The form of an indicator. */
record IndicatorForm() implements FactForm {

    @Override
    public String noun() {
        return "indicator";
    }

    @Override
    public Class<?> type() {
        return Indicator.class;
    }

    @Override
    public Optional<Form> find(Snapshot snapshot, String key) {
        return snapshot.findIndicator(key)
                .map(i -> new Values()
                        .put("version", i.recorded().version())
                        .put("title", i.title())
                        .put("stage", i.stage())
                        .put("unit", i.unit())
                        .number("target", i.target())
                        .put("note", i.note())
                        .source("source", i.source())
                        .form());
    }

    @Override
    public Indicator read(Answers answers, Snapshot snapshot, @Nullable String key) {
        List<String> taken = snapshot.indicators().stream().map(Indicator::key).toList();
        return new Indicator(
                key == null ? Keys.fresh(answers.given("title"), taken) : key,
                answers.given("title"),
                answers.text("stage"),
                answers.given("unit"),
                answers.number("target", "Target"),
                answers.text("note"),
                answers.source("source"),
                Keys.version(answers.version("version")));
    }
}

package milepost.web.officer.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import milepost.facts.Observation;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The form of one value of an indicator. */
record ObservationForm() implements FactForm {

    @Override
    public String noun() {
        return "value";
    }

    @Override
    public Class<?> type() {
        return Observation.class;
    }

    @Override
    public Optional<Form> find(Snapshot snapshot, String key) {
        return snapshot.observations().stream()
                .filter(o -> o.key().equals(key))
                .findFirst()
                .map(o -> new Values()
                        .put("version", o.recorded().version())
                        .put("indicator", o.indicator())
                        .number("value", o.value())
                        .period("date", o.date())
                        .put("note", o.note())
                        .source("source", o.source())
                        .form());
    }

    @Override
    public Observation read(Answers answers, Snapshot snapshot, @Nullable String key) {
        String indicator = answers.given("indicator");
        TargetDate date = answers.period("date", "Measured");
        return new Observation(
                key == null ? freshKey(snapshot, indicator, date) : key,
                indicator,
                date,
                value(answers),
                answers.text("note"),
                answers.source("source"),
                Keys.version(answers.version("version")));
    }

    private static BigDecimal value(Answers answers) {
        int before = answers.errors().size();
        BigDecimal value = answers.number("value", "Value");
        if (value == null && answers.errors().size() == before) {
            answers.refuse("value", "Enter the value");
        }
        return value == null ? BigDecimal.ZERO : value;
    }

    private static String freshKey(Snapshot snapshot, String indicator, @Nullable TargetDate date) {
        List<String> taken =
                snapshot.observations().stream().map(Observation::key).toList();
        return Keys.fresh(indicator + (date == null ? "" : " " + date), taken);
    }
}

package milepost.web.officer.entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import milepost.facts.Event;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.PeriodText;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The form of something that happened around the roadmap. */
record EventForm() implements FactForm {

    @Override
    public String noun() {
        return "event";
    }

    @Override
    public Class<?> type() {
        return Event.class;
    }

    @Override
    public Optional<Form> find(Snapshot snapshot, String key) {
        return snapshot.events().stream()
                .filter(e -> e.key().equals(key))
                .findFirst()
                .map(e -> new Values()
                        .put("version", e.recorded().version())
                        .put("title", e.title())
                        .period("date", e.date())
                        .put("description", e.description())
                        .source("source", e.source())
                        .form());
    }

    @Override
    public Event read(Answers answers, Snapshot snapshot, @Nullable String key) {
        List<String> taken = snapshot.events().stream().map(Event::key).toList();
        return new Event(
                key == null ? Keys.fresh(answers.given("title"), taken) : key,
                answers.given("title"),
                date(answers),
                answers.text("description"),
                answers.source("source"),
                Keys.version(answers.version("version")));
    }

    private static TargetDate date(Answers answers) {
        int before = answers.errors().size();
        TargetDate date = answers.period("date", "Date");
        if (date == null && answers.errors().size() == before) {
            answers.refuse("date", "Enter the date, such as " + PeriodText.EXAMPLES);
        }
        return date == null ? TargetDate.day(LocalDate.EPOCH) : date;
    }
}

package milepost.web.officer.entry;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import milepost.facts.Roadmap;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Keys;
import milepost.web.officer.form.Values;

/** The form of what stands at the head of a roadmap. */
public final class RoadmapForm {
    private RoadmapForm() {}

    /** The form as recorded. */
    public static Form of(Roadmap r) {
        return new Values()
                .put("version", r.recorded().version())
                .put("title", r.title())
                .put("description", r.description())
                .put("home", r.home())
                .put("accountable", r.accountable())
                .source("directive", r.directive())
                .day("published", r.published())
                .put("zone", r.zone().getId())
                .put("stages", String.join(", ", r.stages()))
                .form();
    }

    /** The roadmap as typed. */
    public static Roadmap read(Answers answers, String key) {
        return new Roadmap(
                key,
                answers.given("title"),
                answers.text("description"),
                answers.given("home"),
                answers.text("accountable"),
                answers.source("directive"),
                answers.day("published", "Published"),
                zone(answers),
                answers.list("stages"),
                Keys.version(answers.version("version")));
    }

    private static ZoneId zone(Answers answers) {
        try {
            return ZoneId.of(answers.given("zone"));
        } catch (DateTimeException unknown) {
            answers.refuse("zone", "Time zone must be a name such as Europe/Moscow or UTC");
            return ZoneOffset.UTC;
        }
    }
}

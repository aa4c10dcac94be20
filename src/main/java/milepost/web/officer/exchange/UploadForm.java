package milepost.web.officer.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.exchange.intake.Wish;
import milepost.exchange.intake.heading.Meaning;
import milepost.exchange.work.Tracker;
import milepost.facts.Problem;
import milepost.facts.Roadmap;
import milepost.roadmap.Roadmaps;
import milepost.web.layout.Exchange;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Countries;
import milepost.web.officer.form.Keys;
import org.jspecify.annotations.Nullable;

/** Reads what a person says when they send a file; what cannot be is refused at its field. */
final class UploadForm {
    static final String FILE = "file";
    static final String HELD = "held";
    static final String KEY = "key";

    private final Exchange exchange;
    private final Roadmaps roadmaps;

    UploadForm(Exchange exchange, Roadmaps roadmaps) {
        this.exchange = exchange;
        this.roadmaps = roadmaps;
    }

    /** The file with how it shall be taken at first. */
    Upload read(Answers answers, Upload sent, @Nullable Roadmap into) {
        boolean making = into == null && !sent.history();
        Wish wish = new Wish(
                into == null ? making ? key(answers) : "" : into.key(),
                making ? answers.text("title") : null,
                making ? home(answers) : null,
                answers.day(MappingForm.DAY, "The day the file speaks of"),
                profile(answers),
                List.of(),
                Map.of(),
                false);
        Upload upload = sent.with(wish, into == null);
        return answers.errors().isEmpty() ? checked(answers, upload) : upload;
    }

    /** A file that cannot be read is refused here, before anybody looks at its columns; a long history is looked at then. */
    private Upload checked(Answers answers, Upload upload) {
        try {
            if (!upload.history()) {
                Wish spelled = MappingForm.spelledOut(upload.wish(), Preview.mapping(upload));
                return upload.with(spelled, upload.fresh());
            }
            if (upload.large()) {
                return upload;
            }
            Preview.of(exchange, upload, Tracker.NONE).errors().forEach(e -> answers.refuse(FILE, e.message()));
        } catch (Problem problem) {
            answers.refuse(FILE, String.valueOf(problem.getMessage()));
        }
        return upload;
    }

    private String key(Answers answers) {
        String key = answers.given(KEY);
        if (key.isEmpty()) {
            answers.refuse(KEY, "Enter a key for the new roadmap, such as REE; a table has none");
        } else if (key.equalsIgnoreCase(Keys.NEW)) {
            answers.refuse(KEY, "\"" + key + "\" cannot be a key; choose another.");
        } else if (!key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            answers.refuse(
                    KEY,
                    "A key has 1 to 40 letters, digits, dots, dashes or underscores and begins with a letter or digit.");
        } else if (roadmaps.findSnapshot(key, null).isPresent()) {
            answers.refuse(
                    KEY,
                    "There is a roadmap with this key already; choose another, or import from the page of that one.");
        }
        return key;
    }

    private static @Nullable String home(Answers answers) {
        String home = answers.text("home");
        if (home != null && Countries.find(home).isEmpty()) {
            answers.refuse("home", "Choose one of the entries for Home");
        }
        return home;
    }

    private Map<String, Meaning> profile(Answers answers) {
        String name = answers.text(MappingForm.PROFILE);
        try {
            return name == null ? Map.of() : exchange.profiles().get(name);
        } catch (Problem problem) {
            answers.refuse(MappingForm.PROFILE, Objects.requireNonNullElse(problem.getMessage(), "Choose a profile"));
            return Map.of();
        }
    }
}

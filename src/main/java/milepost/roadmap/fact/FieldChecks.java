package milepost.roadmap.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import milepost.facts.Problem;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with the fields of one save. */
public final class FieldChecks {
    /** The Union, and what ISO leaves free for a place that nobody states. */
    private static final Set<String> OTHERS = Set.of("EU", "ZZ");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final List<Problem.FieldError> errors;
    private final String prefix;

    public FieldChecks() {
        this(new ArrayList<>(), "");
    }

    private FieldChecks(List<Problem.FieldError> errors, String prefix) {
        this.errors = errors;
        this.prefix = prefix;
    }

    /** The same checks for a row that is saved together with others: its fields are named below this path. */
    FieldChecks below(String path) {
        return new FieldChecks(errors, prefix + path + "/");
    }

    public List<Problem.FieldError> errors() {
        return errors;
    }

    /** INVALID with everything that is wrong, when anything is. */
    public void refuse() {
        if (!errors.isEmpty()) {
            throw new Problem(Problem.Kind.INVALID, errors.get(0).message(), errors);
        }
    }

    /** A report that follows from an edit has the mistake of the edit; it is told once. */
    public void error(String field, String sentence) {
        Problem.FieldError error = new Problem.FieldError(prefix + field, sentence);
        if (!errors.contains(error)) {
            errors.add(error);
        }
    }

    void key(String field, String key) {
        if (!key.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            error(
                    field,
                    "A key has 1 to 40 letters, digits, dots, dashes or underscores and begins with a letter or digit.");
        }
    }

    public void required(String field, String label, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            error(field, "Enter the " + label + ".");
        }
        text(field, label, text, most);
    }

    void text(String field, String label, @Nullable String text, int most) {
        if (text == null) {
            return;
        }
        if (text.length() > most) {
            error(field, "The " + label + " has " + text.length() + " characters; at most " + most + " are kept.");
        }
        if (text.indexOf('\0') >= 0) {
            error(field, "The " + label + " holds a character that cannot be stored; type it again.");
        }
    }

    void country(String field, String code) {
        if (!COUNTRIES.contains(code) && !OTHERS.contains(code)) {
            error(field, "\"" + code + "\" is not an ISO 3166 country code; write two capital letters such as RU.");
        }
    }

    public void year(String field, @Nullable TargetDate date) {
        if (date != null) {
            year(field, date.last());
        }
    }

    public void year(String field, @Nullable LocalDate date) {
        if (date != null && (date.getYear() < 1900 || date.getYear() > 2200)) {
            error(field, "The year must be between 1900 and 2200.");
        }
    }

    void percent(String field, @Nullable Integer percent) {
        if (percent != null && (percent < 0 || percent > 100)) {
            error(field, "Progress must be a whole number from 0 to 100.");
        }
    }

    void source(String field, @Nullable Source source) {
        if (source == null) {
            return;
        }
        required(field + "/title", "title of the source", source.title(), 300);
        text(field + "/quote", "quote", source.quote(), 4_000);
        String url = source.url();
        text(field + "/url", "address", url, 2_000);
        if (url != null && !url.matches("https?://[^\\s]+")) {
            error(field + "/url", "An address begins with http:// or https://.");
        }
    }
}

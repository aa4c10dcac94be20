package milepost.web.officer.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import milepost.facts.Precision;
import milepost.facts.Problem.FieldError;
import milepost.facts.Source;
import milepost.facts.TargetDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a form field by field. What cannot be read is remembered as an error and read as empty, so that one pass finds all
 * mistakes; what a value may be is for the use cases to say.
 */
public final class Answers {
    private final Form form;
    private final List<FieldError> errors = new ArrayList<>();

    public Answers(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    /** What could not be read so far. */
    public List<FieldError> errors() {
        return errors;
    }

    public void refuse(String name, String message) {
        errors.add(new FieldError(name, message));
    }

    /** What was typed without white space around it, null for nothing. */
    public @Nullable String text(String name) {
        String text = form.value(name).strip();
        return text.isEmpty() ? null : text;
    }

    /** What was typed, empty for nothing; whether that will do is for the use case to say. */
    public String given(String name) {
        return form.value(name).strip();
    }

    /** The version the editor saw, 0 for something new. */
    public long version(String name) {
        String typed = given(name);
        return typed.matches("\\d{1,18}") ? Long.parseLong(typed) : 0;
    }

    public @Nullable Integer percent(String name, String label) {
        String typed = given(name).replaceFirst(" ?%$", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[+-]?\\d{1,9}")) {
            refuse(name, label + " must be a whole number from 0 to 100");
            return null;
        }
        return Integer.valueOf(typed);
    }

    public int days(String name, String label) {
        String typed = given(name);
        if (typed.isEmpty()) {
            return 0;
        }
        if (!typed.matches("[+-]?\\d{1,9}")) {
            refuse(name, label + " must be a whole number of days, such as 14");
            return 0;
        }
        return Integer.parseInt(typed);
    }

    /** A number with a decimal point; spaces between the digits do not count. */
    public @Nullable BigDecimal number(String name, String label) {
        String typed = given(name).replaceAll("[\\s\\u00a0\\u202f]", "");
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("[+-]?\\d{1,15}(\\.\\d{1,9})?")) {
            refuse(name, label + " must be a number with a decimal point, such as 28.7");
            return null;
        }
        return new BigDecimal(typed);
    }

    public @Nullable TargetDate period(String name, String label) {
        if (text(name) == null) {
            return null;
        }
        PeriodText read = PeriodText.of(given(name));
        if (read instanceof PeriodText.Refused refused) {
            refuse(name, label + " " + refused.reason());
            return null;
        }
        return ((PeriodText.Read) read).date();
    }

    public @Nullable LocalDate day(String name, String label) {
        TargetDate date = period(name, label);
        if (date == null) {
            return null;
        }
        if (date.precision() != Precision.DAY) {
            refuse(name, label + " must name the day, such as 12 Dec 2025");
            return null;
        }
        return date.last();
    }

    /** One of the constants, by its name; the first one with an error for anything else. */
    public <E extends Enum<E>> E choice(String name, String label, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(c -> c.name().equals(given(name)))
                .findFirst()
                .orElseGet(() -> {
                    refuse(name, "Choose one of the entries for " + label);
                    return constants[0];
                });
    }

    /** What was typed between commas. */
    public List<String> list(String name) {
        return Arrays.stream(given(name).split("[,;\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Country codes between commas or spaces, in capitals. */
    public List<String> codes(String name) {
        return Arrays.stream(given(name).split("[,;\\s]+"))
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** The source typed below a name, null when nothing was. */
    public @Nullable Source source(String name) {
        String url = text(name + "/url");
        String quote = text(name + "/quote");
        String title = text(name + "/title");
        if (title == null && url == null && quote == null) {
            return null;
        }
        return new Source(title == null ? "" : title, url, quote);
    }
}

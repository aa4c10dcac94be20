package milepost.web.officer.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import milepost.facts.Problem.FieldError;
import milepost.web.layout.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * A form: what was typed into each field, and what is wrong with it.
 *
 * @param values what was typed, by the name of the field; rows have names such as {@code participants/p-1/name}
 */
public record Form(Map<String, String> values, List<FieldError> errors) {
    private static final String CHECKED = "on";
    private static final int LONGEST_FILLED = 500;

    /** No key of a fact begins so, and it sorts behind all of them. */
    private static final String ADDED = "~";

    public Form {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    /** An untouched form. */
    public static Form of(Map<String, String> values) {
        return new Form(values, List.of());
    }

    /** What a browser sent; of several values for one field the last one counts. */
    public static Form sent(Map<String, List<String>> parameters) {
        Map<String, String> values = new LinkedHashMap<>();
        parameters.forEach((name, all) -> {
            if (!all.isEmpty()) {
                values.put(name, all.get(all.size() - 1).replace("\r\n", "\n"));
            }
        });
        return Form.of(values);
    }

    /** The form with those fields of an address that a link may fill. */
    public Form filled(Map<String, List<String>> query, Pattern fields) {
        Form form = this;
        for (Map.Entry<String, List<String>> field : query.entrySet()) {
            String value = field.getValue().isEmpty() ? "" : field.getValue().get(0);
            if (fields.matcher(field.getKey()).matches() && value.length() <= LONGEST_FILLED) {
                form = form.with(field.getKey(), value);
            }
        }
        return form;
    }

    /** What was typed, empty when the field was left out. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean checked(String name) {
        return value(name).equals(CHECKED);
    }

    /** What is wrong with the field, null when nothing is. */
    public @Nullable String error(String name) {
        return errors.stream()
                .filter(e -> e.field().equals(name))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }

    /** Whether anything is wrong below this name, such as {@code participants/new}. */
    public boolean errorBelow(String prefix) {
        return errors.stream().anyMatch(e -> e.field().startsWith(prefix + "/"));
    }

    /** Whether the field is on the form, so that the summary of errors can lead to it. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The same form with one more thing typed. */
    public Form with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Form(more, errors);
    }

    /** The same form with what is wrong; a message that is there already is not repeated. */
    public Form refused(List<FieldError> more) {
        List<FieldError> all = new ArrayList<>(errors);
        more.stream().filter(e -> error(e.field()) == null).forEach(all::add);
        return new Form(values, all);
    }

    /** The same form without these fields. */
    public Form without(Predicate<String> names) {
        Map<String, String> less = new LinkedHashMap<>(values);
        less.keySet().removeIf(names);
        return new Form(less, errors);
    }

    /** Whether a row is not recorded yet; its key is only a place on the form. */
    public static boolean added(String row) {
        return row.startsWith(ADDED);
    }

    /** The recorded rows below a name, those being added, and an empty one to add another. */
    public List<String> rowsToFill(String group) {
        List<String> rows = new ArrayList<>(rows(group));
        long more = rows.stream().filter(Form::added).count();
        boolean room = more > 0 && blank(group + "/" + rows.get(rows.size() - 1));
        if (!room) {
            rows.add(ADDED + (more + 1));
        }
        return rows;
    }

    private boolean blank(String row) {
        return values.entrySet().stream()
                .noneMatch(
                        e -> e.getKey().startsWith(row + "/") && !e.getValue().isBlank());
    }

    /** The keys of the rows below a name, in order: {@code p-1} for {@code participants/p-1/name}. */
    public List<String> rows(String group) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(group + "/"))
                .map(name -> name.substring(group.length() + 1))
                .filter(rest -> rest.contains("/"))
                .map(rest -> rest.substring(0, rest.indexOf('/')))
                .distinct()
                .sorted(NaturalOrder.BY_NUMBERS)
                .toList();
    }

    /** The id of a field in the page. */
    public static String id(String name) {
        return "f-" + name.replace('/', '-');
    }
}

package milepost.web.officer.form;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Someone else saved first: what is recorded now beside what was typed.
 *
 * @param title who changed what
 * @param advice what saving again does
 * @param fields those that differ
 */
public record Conflict(String title, String advice, List<Field> fields) {
    private static final String AGAIN =
            "Nothing you typed is lost. Save again to put it in place of what is recorded now.";

    /** One field in both states; empty text for nothing. */
    public record Field(String label, String theirs, String mine) {}

    /** What differs between the form as recorded now and the form as typed. */
    public static Conflict between(String title, Form theirs, Form mine, UnaryOperator<String> labels) {
        List<Field> fields = theirs.values().keySet().stream()
                .filter(name -> !name.equals("version"))
                .filter(name -> mine.has(name) && !theirs.value(name).equals(mine.value(name)))
                .sorted()
                .map(name -> new Field(labels.apply(name), theirs.value(name), mine.value(name)))
                .toList();
        return new Conflict(title, AGAIN, fields);
    }

    /** What was edited has been removed. */
    public static Conflict removed(String title) {
        return new Conflict(title, "Nothing you typed is lost. Save again to record it anew.", List.of());
    }
}

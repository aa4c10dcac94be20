package milepost.web.officer.milestone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import milepost.web.officer.form.Form;

/**
 * Two people changed the same thing: what only one of them changed is merged, what both changed differently needs a choice.
 *
 * @param merged the form to go on with, carrying the current versions; where there is a conflict it holds what the editor typed
 * @param fields every field that either side changed, conflicts first
 */
public record FormMerge(Form merged, List<Field> fields) {
    /** Before the name of a field: what the other person wrote into it. */
    public static final String THEIRS = "theirs/";

    /** Before the name of a field: whose value to keep. */
    public static final String TAKE = "take/";

    /** One field in its three states; empty text for nothing. */
    public record Field(String name, String base, String theirs, String mine) {
        public boolean conflict() {
            return mineChanged() && theirsChanged() && !mine.equals(theirs);
        }

        public boolean mineChanged() {
            return !mine.equals(base);
        }

        public boolean theirsChanged() {
            return !theirs.equals(base);
        }

        String result() {
            return mineChanged() ? mine : theirs;
        }
    }

    /**
     * Merges what was typed over {@code base} with what is recorded now.
     *
     * @param base the form as the editor saw it
     * @param theirs the form as recorded now
     * @param mine the form as typed
     */
    public static FormMerge of(Form base, Form theirs, Form mine) {
        Set<String> names = new LinkedHashSet<>(theirs.values().keySet());
        names.addAll(mine.values().keySet());
        names.addAll(base.values().keySet());
        Map<String, String> merged = new LinkedHashMap<>();
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            if (rowRemoved(name, base, theirs)) {
                continue;
            }
            if (name.equals("version") || name.endsWith("/version")) {
                merged.put(name, theirs.value(name));
                continue;
            }
            Field field = new Field(name, base.value(name), theirs.value(name), typed(name, base, mine));
            merged.put(name, field.result());
            if (field.mineChanged() || field.theirsChanged()) {
                fields.add(field);
            }
        }
        fields.sort(Comparator.comparing((Field f) -> !f.conflict()));
        return new FormMerge(Form.of(merged), List.copyOf(fields));
    }

    /** The form with the choices that were made: fields whose other value is to be taken get it. */
    public static Form chosen(Form form) {
        Map<String, String> values = new LinkedHashMap<>();
        form.values().forEach((name, value) -> {
            if (!name.startsWith(TAKE) && !name.startsWith(THEIRS)) {
                boolean theirs = form.value(TAKE + name).equals("theirs");
                values.put(name, theirs ? form.value(THEIRS + name) : value);
            }
        });
        return Form.of(values);
    }

    /** Whether a merge was sent back with a choice that nobody made. */
    static boolean open(Form form) {
        return form.values().keySet().stream()
                .filter(name -> name.startsWith(THEIRS))
                .anyMatch(name ->
                        form.value(TAKE + name.substring(THEIRS.length())).isEmpty());
    }

    public List<Field> conflicts() {
        return fields.stream().filter(Field::conflict).toList();
    }

    /** A row that came after the editor opened the form was never on it, which is not the same as being emptied. */
    private static String typed(String name, Form base, Form mine) {
        boolean checkbox = name.startsWith("requires/");
        return mine.has(name) || checkbox ? mine.value(name) : base.value(name);
    }

    private static boolean rowRemoved(String name, Form base, Form theirs) {
        int end = name.lastIndexOf('/');
        String row = end < 0 ? "" : name.substring(0, end);
        boolean fact =
                Stream.of("participants/", "dependencies/", "attributes/").anyMatch(row::startsWith);
        return fact && base.has(row + "/version") && !theirs.has(row + "/version");
    }
}

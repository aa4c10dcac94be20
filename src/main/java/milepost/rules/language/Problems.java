package milepost.rules.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one file. */
final class Problems {
    private final String path;
    private final List<RuleProblem> found = new ArrayList<>();

    Problems(String path) {
        this.path = path;
    }

    void error(Span span, String code, String message) {
        error(span, code, message, null);
    }

    void error(Span span, String code, String message, @Nullable String fix) {
        int endColumn = span.endLine() == span.line() ? span.endColumn() : span.column() + 1;
        found.add(new RuleProblem(
                path, span.line(), span.column(), endColumn, RuleProblem.Level.ERROR, code, message, fix));
    }

    /** Refuses a name and proposes the nearest of those that exist. */
    void unknown(Span span, String code, String what, Collection<String> known) {
        String written = what.substring(0, what.indexOf(' '));
        String near = nearest(written, known);
        String hint = near != null
                ? ", did you mean " + near + "?"
                : known.isEmpty() ? "." : "; there are: " + String.join(", ", known) + ".";
        error(span, code, what + hint, near);
    }

    List<RuleProblem> found() {
        return found;
    }

    boolean none() {
        return found.isEmpty();
    }

    /** The name at the smallest edit distance, if it is near enough to be a slip of the pen. */
    private static @Nullable String nearest(String written, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(written, name) <= Math.max(1, Math.min(3, name.length() / 3)))
                .min(Comparator.comparingInt(name -> distance(written, name)))
                .orElse(null);
    }

    /** Levenshtein distance, by rows. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}

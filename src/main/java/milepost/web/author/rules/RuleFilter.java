package milepost.web.author.rules;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Predicate;
import milepost.facts.Severity;
import milepost.flags.store.RuleInsight;
import milepost.rules.language.RuleInfo;
import milepost.web.layout.Redirects;
import org.jspecify.annotations.Nullable;

/**
 * What the list of rules is narrowed to.
 *
 * @param text in the key, the title, the reason or the owner; empty for all
 * @param folder empty for all
 * @param severity null for all
 */
public record RuleFilter(
        String text, String folder, @Nullable Severity severity, Show show) {
    static final String SHADOW = "In shadow";
    static final String NOISY = "Noisy";
    static final String REVIEW = "Review due";

    /** Rules that have something in common. */
    public enum Show {
        ALL("All states", row -> true),
        FLAGS("With active flags", row -> row.flags() > 0),
        NEVER("Never raised", row -> row.lastRaised() == null),
        FAILING("Without passing cases", row -> row.cases() == 0 || row.passed() + row.running() < row.cases()),
        DRAFT("In a draft", row -> !row.writers().isEmpty()),
        SHADOWED(SHADOW, row -> row.marks().contains(SHADOW)),
        FALSE(NOISY, row -> row.marks().contains(NOISY)),
        DUE(REVIEW, row -> row.marks().contains(REVIEW));

        private final String words;
        private final Predicate<RuleRow> rows;

        Show(String words, Predicate<RuleRow> rows) {
            this.words = words;
            this.rows = rows;
        }

        public String words() {
            return words;
        }
    }

    static RuleFilter of(Context ctx) {
        return new RuleFilter(
                asked(ctx, "q").strip(),
                asked(ctx, "category"),
                Arrays.stream(Severity.values())
                        .filter(s -> s.name().equals(asked(ctx, "severity")))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(Show.values())
                        .filter(s -> s.name().equals(asked(ctx, "show")))
                        .findFirst()
                        .orElse(Show.ALL));
    }

    private static String asked(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "");
    }

    boolean takes(RuleRow row) {
        return row.contains(text)
                && (folder.isEmpty() || row.folder().equals(folder))
                && (severity == null || row.severity() == severity)
                && show.rows.test(row);
    }

    /** Whether it narrows anything. */
    public boolean any() {
        return !text.isEmpty() || !folder.isEmpty() || severity != null || show != Show.ALL;
    }

    /** The address of the list that is narrowed like this. */
    public String href() {
        StringJoiner query = new StringJoiner("&", "/rules?", "").setEmptyValue("/rules");
        part(query, "q", text);
        part(query, "category", folder);
        part(query, "severity", severity == null ? "" : severity.name());
        part(query, "show", show == Show.ALL ? "" : show.name());
        return query.toString();
    }

    private static void part(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Redirects.encode(value));
        }
    }

    static int count(List<RuleRow> rows, Show show) {
        return (int) rows.stream().filter(show.rows).count();
    }

    static List<String> marks(RuleInfo rule, RuleInsight fared, LocalDate today) {
        List<String> marks = new ArrayList<>();
        if (rule.shadow()) {
            marks.add(SHADOW);
        }
        if (fared.noisy()) {
            marks.add(NOISY);
        }
        if (rule.reviewDue(today)) {
            marks.add(REVIEW);
        }
        return marks;
    }
}

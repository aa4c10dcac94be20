package milepost.web.officer.history;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.TargetDate;
import milepost.roadmap.store.HistoryFilter;
import milepost.web.layout.Redirects;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import org.jspecify.annotations.Nullable;

/** What is asked of the history in an address: the filters as they were typed, and what they mean. */
final class HistoryQuery {
    static final List<String> FIELDS = List.of("by", "kind", "milestone", "from", "to");

    private final Answers answers;
    private final @Nullable Long before;
    private final HistoryFilter filter;

    private HistoryQuery(Form form, @Nullable Long before, ZoneId zone) {
        this.answers = new Answers(form);
        this.before = before;
        String kind = answers.text("kind");
        if (kind != null && !HistoryFilter.KINDS.contains(kind)) {
            answers.refuse("kind", "Choose one of the kinds of fact");
        }
        TargetDate from = answers.period("from", "The first day");
        TargetDate to = answers.period("to", "The last day");
        Instant begin = from == null ? null : from.first().atStartOfDay(zone).toInstant();
        Instant end =
                to == null ? null : to.last().plusDays(1).atStartOfDay(zone).toInstant();
        if (begin != null && end != null && !begin.isBefore(end)) {
            answers.refuse("to", "The last day is before the first day");
        }
        this.filter = new HistoryFilter(before, answers.text("by"), kind, answers.text("milestone"), begin, end);
    }

    static HistoryQuery of(Context ctx, ZoneId zone) {
        Map<String, String> typed = new TreeMap<>();
        FIELDS.forEach(name -> typed.put(name, Objects.requireNonNullElse(ctx.queryParam(name), "")));
        String before = ctx.queryParam("before");
        return new HistoryQuery(
                Form.of(typed), before != null && before.matches("\\d{1,18}") ? Long.valueOf(before) : null, zone);
    }

    /** What was typed, with what is wrong. */
    Form form() {
        return answers.form().refused(answers.errors());
    }

    boolean wrong() {
        return !answers.errors().isEmpty();
    }

    HistoryFilter filter() {
        return filter;
    }

    /** Whether it asks for less than everything. */
    boolean narrowed() {
        return FIELDS.stream().anyMatch(name -> answers.text(name) != null);
    }

    /** Whether these are not the newest changes. */
    boolean later() {
        return before != null;
    }

    /**
     * The query of an address with the same filters, from the question mark on.
     *
     * @param at the moment as it stands in an address, empty for the present
     */
    String address(@Nullable Long change, String at) {
        Stream<String> filters = FIELDS.stream()
                .filter(name -> answers.text(name) != null)
                .map(name -> name + "=" + Redirects.encode(answers.given(name)));
        String all = Stream.concat(filters, Stream.of(change == null ? "" : "before=" + change, at))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return all.isEmpty() ? "" : "?" + all;
    }
}

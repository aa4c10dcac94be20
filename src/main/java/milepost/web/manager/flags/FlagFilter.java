package milepost.web.manager.flags;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import milepost.facts.Severity;
import milepost.flags.FlagQuery;
import milepost.flags.FlagTally;
import milepost.web.asof.Moment;
import milepost.web.layout.Redirects;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor wants to see; it is the query of the address and nothing else.
 *
 * @param page from 1
 * @param why id of the flag whose reason is unfolded
 * @param at the moment as it stands in the address, empty for the present
 */
public record FlagFilter(
        Tab tab,
        List<Severity> severities,
        List<String> roadmaps,
        List<String> folders,
        @Nullable String rule,
        String text,
        Grouping grouping,
        int page,
        @Nullable Long why,
        String at) {

    /** How many flags a page shows. */
    static final int PAGE = 100;

    /** Reads the address; what makes no sense in it is left out. */
    static FlagFilter of(Context ctx, Moment moment) {
        String text = ctx.queryParam("q");
        String rule = ctx.queryParam("rule");
        List<Severity> severities = ctx.queryParams("severity").stream()
                .flatMap(name ->
                        Arrays.stream(Severity.values()).filter(s -> s.name().equals(name)))
                .toList();
        return new FlagFilter(
                Tab.of(ctx.queryParam("state")),
                severities,
                ctx.queryParams("roadmap"),
                ctx.queryParams("category"),
                rule == null || rule.isBlank() ? null : rule,
                text == null ? "" : text.strip(),
                Grouping.of(ctx.queryParam("group")),
                (int) Math.max(1, Math.min(100_000, number(ctx.queryParam("page"), 1))),
                ctx.queryParam("why") == null ? null : number(ctx.queryParam("why"), 0),
                moment.query());
    }

    FlagQuery query() {
        return new FlagQuery(
                roadmaps,
                tab.states(),
                List.of(),
                severities,
                folders,
                rule,
                null,
                text.isEmpty() ? null : text,
                null,
                null,
                grouping.order(),
                (page - 1) * PAGE,
                PAGE);
    }

    /** Whether flags of this kind are in the list; the text has been looked at already. */
    boolean accepts(FlagTally t) {
        return tab.states().contains(t.state())
                && (severities.isEmpty() || severities.contains(t.severity()))
                && (roadmaps.isEmpty() || roadmaps.contains(t.roadmap()))
                && (folders.isEmpty() || folders.contains(t.folder()))
                && (rule == null || rule.equals(t.rule()));
    }

    /** Whether anything but the state limits the list. */
    public boolean narrowed() {
        return !severities.isEmpty() || !roadmaps.isEmpty() || !folders.isEmpty() || rule != null || !text.isEmpty();
    }

    FlagFilter with(Tab other) {
        return new FlagFilter(other, severities, roadmaps, folders, rule, text, grouping, 1, null, at);
    }

    FlagFilter anySeverity() {
        return new FlagFilter(tab, List.of(), roadmaps, folders, rule, text, grouping, 1, null, at);
    }

    FlagFilter anyRoadmap() {
        return new FlagFilter(tab, severities, List.of(), folders, rule, text, grouping, 1, null, at);
    }

    FlagFilter anyFolder() {
        return new FlagFilter(tab, severities, roadmaps, List.of(), rule, text, grouping, 1, null, at);
    }

    FlagFilter anyRule() {
        return new FlagFilter(tab, severities, roadmaps, folders, null, text, grouping, 1, null, at);
    }

    FlagFilter anyText() {
        return new FlagFilter(tab, severities, roadmaps, folders, rule, "", grouping, 1, null, at);
    }

    FlagFilter onPage(int other) {
        return new FlagFilter(tab, severities, roadmaps, folders, rule, text, grouping, other, null, at);
    }

    FlagFilter unfolding(@Nullable Long flag) {
        return new FlagFilter(tab, severities, roadmaps, folders, rule, text, grouping, page, flag, at);
    }

    /** The address of the list so limited. */
    public String href() {
        StringJoiner query = new StringJoiner("&", "/flags?", "").setEmptyValue("/flags");
        if (!at.isEmpty()) {
            query.add(at);
        }
        if (tab != Tab.OPEN) {
            query.add("state=" + tab.code());
        }
        severities.forEach(s -> query.add("severity=" + s.name()));
        roadmaps.forEach(r -> query.add("roadmap=" + Redirects.encode(r)));
        folders.forEach(f -> query.add("category=" + Redirects.encode(f)));
        if (rule != null) {
            query.add("rule=" + Redirects.encode(rule));
        }
        if (!text.isEmpty()) {
            query.add("q=" + Redirects.encode(text));
        }
        if (grouping != Grouping.SEVERITY) {
            query.add("group=" + grouping.code());
        }
        if (page > 1) {
            query.add("page=" + page);
        }
        if (why != null) {
            query.add("why=" + why);
        }
        return query.toString();
    }

    private static long number(@Nullable String text, long otherwise) {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}

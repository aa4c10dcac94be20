package milepost.web.manager.flags;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import milepost.facts.Severity;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import milepost.web.asof.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What the visitor wants to see; it is the query of the address and nothing else.
 *
 * @param assignees names of people; {@code nobody} for flags that nobody looks after
 * @param fresh whether only what is new since the last visit
 * @param floods whether flags that a rule raised all at once are listed one by one
 * @param after id of the last flag of the page before
 * @param why id of the flag whose reason is unfolded
 * @param at the moment as it stands in the address, empty for the present
 */
public record FlagFilter(
        Tab tab,
        List<Severity> severities,
        List<String> roadmaps,
        List<String> folders,
        List<String> assignees,
        @Nullable String rule,
        String text,
        boolean fresh,
        boolean floods,
        Grouping grouping,
        @Nullable Long after,
        @Nullable Long why,
        String at) {

    /** How many flags a page shows. */
    static final int PAGE = 100;

    /** How the address says that nobody looks after a flag. */
    static final String NOBODY = "nobody";

    /** Reads the address; what makes no sense in it is left out. */
    static FlagFilter of(Context ctx, Moment moment) {
        return of(ctx.queryParamMap(), moment.query());
    }

    /** Reads an address of the list that was kept; the whole list when it is none. */
    static FlagFilter of(String address) {
        Map<String, List<String>> query = new HashMap<>();
        for (String part : address.substring(address.indexOf('?') + 1).split("&")) {
            String[] sides = part.split("=", 2);
            query.merge(
                    sides[0],
                    List.of(sides.length == 2 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : ""),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        return of(query, "");
    }

    private static FlagFilter of(Map<String, List<String>> query, String at) {
        String rule = first(query, "rule");
        return new FlagFilter(
                Tab.of(first(query, "state")),
                all(query, "severity").stream()
                        .flatMap(name -> Arrays.stream(Severity.values())
                                .filter(s -> s.name().equals(name)))
                        .toList(),
                all(query, "roadmap"),
                all(query, "category"),
                all(query, "assigned"),
                rule.isBlank() ? null : rule,
                first(query, "q").strip(),
                first(query, "new").equals("1"),
                first(query, "floods").equals("1"),
                Grouping.of(first(query, "group")),
                number(first(query, "after")),
                number(first(query, "why")),
                at);
    }

    /** The flags of every page of the list; what is new depends on the visitor and is added elsewhere. */
    FlagQuery query() {
        return scope().inRoadmaps(roadmaps)
                .inFolders(folders)
                .ofRule(rule)
                .of(severities.toArray(Severity[]::new))
                .assignedTo(assignees.stream()
                        .map(name -> name.equals(NOBODY) ? "" : name)
                        .toList())
                .by(grouping.order());
    }

    /** What the choices beside the list do not say: the state and the text. */
    private FlagQuery scope() {
        return tab.query().matching(text.isEmpty() ? null : text);
    }

    /** Whether flags of this kind are in the list; text and news have been looked at already. */
    boolean accepts(FlagTally t) {
        return tab.accepts(t)
                && (severities.isEmpty() || severities.contains(t.severity()))
                && (roadmaps.isEmpty() || roadmaps.contains(t.roadmap()))
                && (folders.isEmpty() || folders.contains(t.folder()))
                && (assignees.isEmpty() || assignees.contains(assigned(t)))
                && (rule == null || rule.equals(t.rule()));
    }

    /** Who looks after flags of a kind, as the address says it. */
    static String assigned(FlagTally tally) {
        return tally.assignee() == null ? NOBODY : tally.assignee();
    }

    /** Whether anything but the state limits the list. */
    public boolean narrowed() {
        return !severities.isEmpty()
                || !roadmaps.isEmpty()
                || !folders.isEmpty()
                || !assignees.isEmpty()
                || rule != null
                || fresh
                || !text.isEmpty();
    }

    /** The first page of the same list after a change. */
    FlagFilter with(UnaryOperator<FilterDraft> change) {
        return change.apply(new FilterDraft(this)).filter();
    }

    FlagFilter unfolding(@Nullable Long flag) {
        return new FlagFilter(
                tab, severities, roadmaps, folders, assignees, rule, text, fresh, floods, grouping, after, flag, at);
    }

    FlagFilter startingAfter(@Nullable Long flag) {
        return new FlagFilter(
                tab, severities, roadmaps, folders, assignees, rule, text, fresh, floods, grouping, flag, null, at);
    }

    /** The address of the list so limited, which does not lead to the view that the visitor begins with. */
    public String addressed() {
        return href().equals("/flags") ? "/flags?state=open" : href();
    }

    /** The address of the list so limited. */
    public String href() {
        return FilterAddress.of(this);
    }

    private static List<String> all(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .distinct()
                .limit(50)
                .toList();
    }

    private static String first(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }

    private static @Nullable Long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : null;
    }

    /** The address of the feed of such flags, which is always of the present. */
    public String feedHref() {
        FlagFilter now = new FlagFilter(
                tab, severities, roadmaps, folders, assignees, rule, text, false, false, grouping, null, null, "");
        return FilterAddress.of(now).replaceFirst("^/flags", "/flags.atom");
    }

    /** The address of the file with what is shown. */
    public String exportHref() {
        return FilterAddress.of(startingAfter(null)).replaceFirst("^/flags", "/flags/export.csv");
    }
}

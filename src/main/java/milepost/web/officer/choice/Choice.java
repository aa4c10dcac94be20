package milepost.web.officer.choice;

import io.javalin.http.Context;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import milepost.facts.Milestone;
import milepost.web.layout.Redirects;

/** What the address of a roadmap says about the milestones that are to be shown. */
public final class Choice {
    /** How many rows a page of the table has. */
    public static final int PAGE = 50;

    /** Up to how many milestones are drawn in one piece unless groups are asked for. */
    public static final int FEW = 40;

    private static final List<String> KNOWN = List.of(
            "q", "status", "owner", "stage", "flagged", "group", "open", "folded", "hide", "sort", "zoom", "page",
            "asOf", "knownAt", "since");

    private static final List<String> FILTERS = List.of("q", "status", "owner", "stage", "flagged");

    private final String base;
    private final Map<String, List<String>> query;

    private Choice(String base, Map<String, List<String>> query) {
        this.base = base;
        this.query = query;
    }

    /** Reads the address of the page; for a value that is saved in place, the address of the page it was saved from. */
    public static Choice of(Context ctx, String base) {
        String from = ctx.header("HX-Current-URL");
        boolean inPlace = ctx.method().name().equals("POST") && from != null && from.contains("?");
        return new Choice(base, known(inPlace ? read(from) : ctx.queryParamMap()));
    }

    /** Reads what {@link #query} wrote, which may have been altered on its way. */
    public static Choice of(String query, String base) {
        return new Choice(base, known(read("?" + query)));
    }

    private static Map<String, List<String>> known(Map<String, List<String>> sent) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String name : KNOWN) {
            List<String> values = sent.getOrDefault(name, List.of()).stream()
                    .filter(value -> !value.isBlank() && value.length() <= 200)
                    .distinct()
                    .limit(50)
                    .toList();
            if (!values.isEmpty()) {
                query.put(name, values);
            }
        }
        return query;
    }

    /** The first value of a part of the address; empty when it has none. */
    public String first(String name) {
        return all(name).isEmpty() ? "" : all(name).get(0);
    }

    public List<String> all(String name) {
        return query.getOrDefault(name, List.of());
    }

    /** Whether anything limits which milestones are shown. */
    public boolean narrowed() {
        return FILTERS.stream().anyMatch(query::containsKey);
    }

    /** The number of the page, from 1. */
    public int page() {
        return first("page").matches("[0-9]{1,6}") ? Math.max(1, Integer.parseInt(first("page"))) : 1;
    }

    /** By what the timeline is grouped: as asked, else by what there is as soon as there are many. */
    public Grouping grouping(List<Milestone> milestones) {
        Grouping asked = Grouping.find(first("group"));
        if (asked != null || milestones.size() <= FEW) {
            return asked == null ? Grouping.NONE : asked;
        }
        if (milestones.stream().anyMatch(m -> m.stream() != null)) {
            return Grouping.STREAM;
        }
        return milestones.stream().anyMatch(m -> m.stage() != null) ? Grouping.STAGE : Grouping.STATUS;
    }

    /**
     * The milestones that are asked for.
     *
     * @param flagged keys of the milestones that have flags
     */
    public List<Milestone> of(List<Milestone> milestones, Set<String> flagged) {
        String text = first("q").toLowerCase(Locale.ROOT);
        return milestones.stream()
                .filter(m -> text.isEmpty()
                        || (m.key() + " " + m.title()).toLowerCase(Locale.ROOT).contains(text))
                .filter(m -> all("status").isEmpty()
                        || all("status").contains(m.status().name()))
                .filter(m -> all("owner").isEmpty() || all("owner").contains(Grouping.OWNER.of(m)))
                .filter(m -> all("stage").isEmpty() || all("stage").contains(Grouping.STAGE.of(m)))
                .filter(m -> first("flagged").isEmpty() || flagged.contains(m.key()))
                .toList();
    }

    /** The address with one part of it changed; without values that part is left out. A change begins at the first page. */
    public String href(String name, List<String> values) {
        Map<String, List<String>> other = new LinkedHashMap<>(query);
        other.remove("page");
        other.remove(name);
        if (!values.isEmpty()) {
            other.put(name, values);
        }
        return address(other);
    }

    /** The address of another page of the table. */
    public String page(int number) {
        Map<String, List<String>> other = new LinkedHashMap<>(query);
        other.put("page", List.of(String.valueOf(number)));
        return address(other) + "#milestones";
    }

    /** The address without filters. */
    public String cleared() {
        Map<String, List<String>> other = new LinkedHashMap<>(query);
        other.remove("page");
        other.keySet().removeAll(FILTERS);
        return address(other);
    }

    /** The address in its parts. */
    public Map<String, List<String>> parts() {
        return Collections.unmodifiableMap(query);
    }

    /** The address of the page as it is. */
    public String address() {
        return address(query);
    }

    /** What the address has behind its question mark. */
    public String query() {
        return address().substring(base.length()).replaceFirst("^[?]", "");
    }

    private String address(Map<String, List<String>> parts) {
        StringJoiner address = new StringJoiner("&", base + "?", "").setEmptyValue(base);
        parts.forEach((key, all) -> all.forEach(value -> address.add(key + "=" + Redirects.encode(value))));
        return address.toString();
    }

    /** The address with a value added to a part of it, or taken away when it is there. */
    public String toggled(String name, String value) {
        List<String> values = new ArrayList<>(all(name));
        if (!values.remove(value)) {
            values.add(value);
        }
        return href(name, values);
    }

    private static Map<String, List<String>> read(String address) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        String raw = address.substring(address.indexOf('?') + 1).replaceFirst("#.*", "");
        for (String part : List.of(raw.split("&", -1))) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.computeIfAbsent(part.substring(0, equals), name -> new ArrayList<>())
                        .add(decoded(part.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }

    /** The path of the page. */
    public String base() {
        return base;
    }
}

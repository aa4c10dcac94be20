package milepost.flags.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import milepost.db.Columns;
import milepost.facts.Reach;
import milepost.facts.Severity;
import org.jspecify.annotations.Nullable;

/** A query for flags as the condition of a select and the values in it. */
public record FlagFilter(String where, Map<String, Object> binds) {

    /** Who asks. Every reading of flags but the evaluation's own takes its condition from here. */
    public enum Sight {
        /** Flags of rules in shadow are not there. */
        EVERYONE("shadow = 0"),
        /** Flags of rules in shadow only. */
        SHADOW("shadow = 1"),
        /** All flags. */
        AUTHORS("shadow in (0, 1)");

        private final String condition;

        Sight(String condition) {
            this.condition = condition;
        }

        /** As a part of a condition on the table of flags. */
        String condition() {
            return condition;
        }
    }

    static FlagFilter of(FlagQuery query, Sight sight) {
        List<String> conditions = new ArrayList<>(List.of(sight.condition()));
        Map<String, Object> binds = new LinkedHashMap<>();
        among(conditions, binds, "roadmap", query.roadmaps());
        reach(conditions, binds, query.reach());
        among(
                conditions,
                binds,
                "state",
                query.states().stream().map(Enum::name).toList());
        among(
                conditions,
                binds,
                "triage",
                query.triage().stream().map(Enum::name).toList());
        among(
                conditions,
                binds,
                "severity",
                query.severities().stream().map(Severity::ordinal).toList());
        among(conditions, binds, "rule", query.rule() == null ? List.of() : List.of(query.rule()));
        among(conditions, binds, "subject", query.subject() == null ? List.of() : List.of(query.subject()));
        folders(conditions, binds, query.folders());
        text(conditions, binds, query.text());
        assignees(conditions, binds, query.assignees());
        since(conditions, binds, query);
        floods(conditions, binds, query.without());
        if (query.after() != null) {
            String columns = query.order().columns();
            conditions.add("(" + columns + ") > (select " + columns + " from flag where id = :after)");
            binds.put("after", query.after());
        }
        return new FlagFilter("where " + String.join(" and ", conditions), binds);
    }

    private static void reach(List<String> conditions, Map<String, Object> binds, Reach reach) {
        if (!reach.hidden().isEmpty()) {
            conditions.add("roadmap not in (" + names(binds, "hidden", reach.hidden()) + ")");
        }
        Set<String> only = reach.only();
        if (only != null) {
            conditions.add("roadmap in (" + names(binds, "only", only) + ")");
        }
    }

    /** Binds some values and names them; an empty list is that of a value that is nowhere. */
    private static String names(Map<String, Object> binds, String prefix, Set<String> values) {
        List<String> names = new ArrayList<>();
        for (String value : values.isEmpty() ? Set.of("") : values) {
            String name = prefix + names.size();
            names.add(":" + name);
            binds.put(name, value);
        }
        return String.join(", ", names);
    }

    private static void since(List<String> conditions, Map<String, Object> binds, FlagQuery query) {
        if (query.newSince() != null) {
            conditions.add("raised_at >= :since and published is null");
            binds.put("since", Columns.text(query.newSince()));
        }
        if (query.newsSince() != null) {
            conditions.add("""
                    published is null and id in (
                      select e.flag from flag_event e
                      where e.at >= :news and e.event in ('RAISED', 'REOPENED', 'RETURNED', 'ESCALATED'))
                    """);
            binds.put("news", Columns.text(query.newsSince()));
        }
    }

    private static void assignees(List<String> conditions, Map<String, Object> binds, List<String> names) {
        List<String> any = new ArrayList<>();
        for (String name : names) {
            if (name.isEmpty()) {
                any.add("assignee is null");
            } else {
                binds.put("assignee" + any.size(), name);
                any.add("assignee = :assignee" + any.size());
            }
        }
        if (!any.isEmpty()) {
            conditions.add("(" + String.join(" or ", any) + ")");
        }
    }

    private static void floods(List<String> conditions, Map<String, Object> binds, List<Flood> floods) {
        for (int i = 0; i < floods.size(); i++) {
            conditions.add("not (roadmap = :floodRoadmap" + i + " and rule = :floodRule" + i + " and raised_at = :flood"
                    + i + ")");
            binds.put("floodRoadmap" + i, floods.get(i).roadmap());
            binds.put("floodRule" + i, floods.get(i).rule());
            binds.put("flood" + i, Columns.text(floods.get(i).raisedAt()));
        }
    }

    private static void text(List<String> conditions, Map<String, Object> binds, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            conditions.add("(lower(message) like :text escape '!' or lower(subject) like :text escape '!'"
                    + " or lower(rule) like :text escape '!')");
            binds.put("text", "%" + plain(text.toLowerCase(Locale.ROOT)) + "%");
        }
    }

    private static void folders(List<String> conditions, Map<String, Object> binds, List<String> folders) {
        List<String> any = new ArrayList<>();
        for (String folder : folders) {
            String name = "folder" + any.size();
            any.add("rule like :" + name + " escape '!'");
            binds.put(name, plain(folder) + "/%");
        }
        if (!any.isEmpty()) {
            conditions.add("(" + String.join(" or ", any) + ")");
        }
    }

    private static void among(List<String> conditions, Map<String, Object> binds, String column, List<?> values) {
        if (values.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>();
        for (Object value : values) {
            String name = column + names.size();
            names.add(":" + name);
            binds.put(name, value);
        }
        conditions.add(column + " in (" + String.join(", ", names) + ")");
    }

    /** Without the wildcards of like. */
    private static String plain(String text) {
        return text.replaceAll("[!%_]", "!$0");
    }
}

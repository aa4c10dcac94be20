package milepost.web.manager.flags;

import java.util.List;
import java.util.StringJoiner;
import milepost.facts.Severity;
import milepost.web.layout.Redirects;

/** Writes the address of a list; what is usual is left out of it. */
final class FilterAddress {
    private final StringJoiner query = new StringJoiner("&", "/flags?", "").setEmptyValue("/flags");

    private FilterAddress() {}

    static String of(FlagFilter filter) {
        FilterAddress address = new FilterAddress();
        if (!filter.at().isEmpty()) {
            address.query.add(filter.at());
        }
        address.add("state", filter.tab() == Tab.OPEN ? "" : filter.tab().code());
        address.add("severity", filter.severities().stream().map(Severity::name).toList());
        address.add("roadmap", filter.roadmaps());
        address.add("category", filter.folders());
        address.add("assigned", filter.assignees());
        address.add("rule", filter.rule() == null ? "" : filter.rule());
        address.add("q", filter.text());
        address.add("new", filter.fresh() ? "1" : "");
        address.add("floods", filter.floods() ? "1" : "");
        address.add(
                "group",
                filter.grouping() == Grouping.SEVERITY ? "" : filter.grouping().code());
        address.add("after", filter.after() == null ? "" : filter.after().toString());
        address.add("why", filter.why() == null ? "" : filter.why().toString());
        return address.query.toString();
    }

    private void add(String name, List<String> values) {
        values.forEach(value -> add(name, value));
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + Redirects.encode(value));
        }
    }
}

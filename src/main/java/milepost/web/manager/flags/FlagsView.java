package milepost.web.manager.flags;

import java.util.List;
import milepost.facts.Severity;
import milepost.web.asof.Control;
import org.jspecify.annotations.Nullable;

/**
 * What the list of flags prints.
 *
 * @param control what moves the list through time
 * @param total how many flags match, on all pages
 * @param any whether there is any flag at all
 * @param previous address of the page before, null on the first
 * @param next address of the page after, null on the last
 */
public record FlagsView(
        Control control,
        FlagFilter filter,
        List<TabLink> tabs,
        List<Facet> facets,
        List<Group> groups,
        List<Chip> chips,
        int total,
        boolean any,
        String range,
        @Nullable String previous,
        @Nullable String next) {

    /** The address of the list in this state and moment, with nothing else to limit it. */
    public String bare() {
        return filter.anySeverity().anyRoadmap().anyFolder().anyRule().anyText().href();
    }

    /** One state with its count. */
    public record TabLink(Tab tab, String href, int count, boolean current) {}

    /** Flags under one heading. */
    public record Group(String heading, @Nullable Severity severity, List<FlagRow> rows) {}

    /** A limit that can be taken away. */
    public record Chip(String text, String without) {}
}

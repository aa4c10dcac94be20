package milepost.web.manager.flags;

import java.util.List;
import milepost.facts.Severity;
import milepost.flags.board.SavedView;
import milepost.web.asof.Control;
import org.jspecify.annotations.Nullable;

/**
 * What the list of flags prints.
 *
 * @param control what moves the list through time
 * @param figures of the present only
 * @param trend of the present only
 * @param any whether there is any flag at all
 * @param range how many of the flags that match are on this page
 * @param first address of the first page, null on it
 * @param next address of the page after, null on the last
 * @param decides whether the visitor may decide about any of the flags shown
 * @param views the visitor's own views of the list
 * @param results what came of the last act on several flags, null when there was none
 */
public record FlagsView(
        Control control,
        FlagFilter filter,
        @Nullable Figures figures,
        @Nullable TrendChart trend,
        List<TabLink> tabs,
        List<Facet> facets,
        List<FloodRow> floods,
        List<Group> groups,
        List<Chip> chips,
        boolean any,
        String range,
        @Nullable String first,
        @Nullable String next,
        boolean decides,
        List<SavedView> views,
        @Nullable Results results) {

    /** The address of the list in this state and moment, with nothing else to limit it. */
    public String bare() {
        return filter.with(f -> f.severities(List.of())
                        .roadmaps(List.of())
                        .folders(List.of())
                        .assignees(List.of())
                        .rule(null)
                        .text("")
                        .fresh(false))
                .addressed();
    }

    /** One state with its count. */
    public record TabLink(Tab tab, String href, int count, boolean current) {}

    /** Flags under one heading. */
    public record Group(String heading, @Nullable Severity severity, List<FlagRow> rows) {}

    /** A limit that can be taken away. */
    public record Chip(String text, String without) {}

    /** Flags that one rule raised all at once, shown as one. */
    public record FloodRow(String rule, String title, String roadmap, int count, String at, String href) {}
}

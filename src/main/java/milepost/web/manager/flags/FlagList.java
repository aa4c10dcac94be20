package milepost.web.manager.flags;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Reach;
import milepost.flags.Flags;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagTally;
import milepost.flags.store.FlagQuery;
import milepost.flags.store.Flood;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Weeks;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** Puts one page of the list together, for this visitor. */
final class FlagList {
    private final Parts parts;
    private final Flags flags;
    private final FlagFilter filter;
    private final Visitor visitor;
    private final Reach reach;
    private final boolean present;
    private final Sight sight;
    private final Subjects subjects;
    private final Names names;
    private final @Nullable Instant last;
    private final Instant now;
    private final FlagQuery query;
    private final List<FlagTally> tallies;

    FlagList(Parts parts, FlagFilter filter, Visitor visitor, Moment moment) {
        this.parts = parts;
        this.flags = parts.flags();
        this.filter = filter;
        this.visitor = visitor;
        this.reach = visitor.rights().reach();
        String name = visitor.person().name();
        this.present = moment.present();
        this.sight = new Sight(parts, reach, moment);
        this.subjects = sight.subjects();
        this.names = new Names(parts, subjects, visitor);
        this.now = parts.clock().instant();
        this.last = present ? flags.visits().look(name) : null;
        this.query = fresh(filter.query().seenBy(reach).ofRule(parts.presentKey(filter.rule())));
        String text = filter.text().isEmpty() ? null : filter.text();
        this.tallies = present ? flags.tally(fresh(FlagQuery.all().seenBy(reach).matching(text))) : sight.tally(text);
    }

    /** Every flag that matches, on all pages. */
    List<Flag> all() {
        return sight.list(query);
    }

    Names names() {
        return names;
    }

    FlagsView view(Control control, @Nullable Results results) {
        List<Flood> floods = filter.floods() || !present
                ? List.of()
                : flags.floods(query, flags.triaging().policy().flood());
        FlagQuery page = query.without(floods).after(filter.after()).atMost(FlagFilter.PAGE + 1);
        List<Flag> fetched = sight.list(page);
        boolean more = fetched.size() > FlagFilter.PAGE;
        List<Flag> shown = more ? fetched.subList(0, FlagFilter.PAGE) : fetched;
        Folding folding = new Folding(parts, filter, subjects, floods).of(present ? shown : List.of());
        RowsOf rows = new RowsOf(filter, names, new RowsOf.Seen(sight, this::decides, folding, news(page), results));
        List<FlagsView.Group> groups = rows.groups(shown);
        List<Instant> instants = Weeks.until(now);
        return new FlagsView(
                control,
                filter,
                present ? Figures.of(flags, reach, last, now) : null,
                present ? TrendChart.of(instants, flags.trend(FlagQuery.all().seenBy(reach), instants)) : null,
                Stream.of(Tab.values()).map(this::tab).toList(),
                Facet.all(filter, tallies, names),
                floods.stream().map(this::flood).toList(),
                groups,
                new Chips(filter, names).all(),
                !tallies.isEmpty() || filter.narrowed(),
                range(shown.size() - folding.hidden(), folding.hidden(), floods),
                filter.after() == null ? null : filter.startingAfter(null).addressed(),
                more ? filter.startingAfter(shown.get(shown.size() - 1).id()).href() : null,
                groups.stream().flatMap(group -> group.rows().stream()).anyMatch(FlagRow::anyDecided),
                flags.views().of(visitor.person().name()),
                results);
    }

    private boolean decides(String roadmap) {
        return present && visitor.rights().decides(roadmap);
    }

    /** Only what is new to the visitor, if that was asked for. */
    private FlagQuery fresh(FlagQuery wanted) {
        return filter.fresh() ? wanted.newsSince(Objects.requireNonNullElse(last, now)) : wanted;
    }

    /** Which flags of the page are new to the visitor; none at the first visit. */
    private Set<Long> news(FlagQuery page) {
        return last == null
                ? Set.of()
                : flags.list(page.newsSince(last)).stream().map(Flag::id).collect(Collectors.toSet());
    }

    private int total(FlagFilter wanted) {
        return tallies.stream()
                .filter(wanted::accepts)
                .mapToInt(FlagTally::count)
                .sum();
    }

    private FlagsView.TabLink tab(Tab tab) {
        FlagFilter other = filter.with(f -> f.tab(tab));
        return new FlagsView.TabLink(tab, other.addressed(), total(other), tab == filter.tab());
    }

    private String range(int rows, int folded, List<Flood> floods) {
        int flooded = floods.stream().mapToInt(Flood::count).sum();
        return rows + " of " + total(filter) + (folded == 0 ? "" : ", " + folded + " folded under their cause")
                + (flooded == 0 ? "" : ", " + flooded + " collapsed");
    }

    private FlagsView.FloodRow flood(Flood flood) {
        FlagFilter listed = filter.with(
                f -> f.rule(flood.rule()).roadmaps(List.of(flood.roadmap())).floods(true));
        return new FlagsView.FloodRow(
                flood.rule(),
                names.rule(flood.rule()),
                names.roadmap(flood.roadmap()),
                flood.count(),
                Words.time(
                        flood.raisedAt(),
                        subjects.snapshot(flood.roadmap()).roadmap().zone()),
                listed.href());
    }
}

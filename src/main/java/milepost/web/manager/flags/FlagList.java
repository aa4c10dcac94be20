package milepost.web.manager.flags;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.flags.FlagTally;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;

/** Puts one page of the list together. */
final class FlagList {
    private final FlagFilter filter;
    private final Sight sight;
    private final Subjects subjects;
    private final List<FlagTally> tallies;

    FlagList(Parts parts, FlagFilter filter, Moment moment) {
        this.filter = filter;
        this.sight = new Sight(parts, moment);
        this.subjects = sight.subjects();
        this.tallies = sight.tally(filter.text().isEmpty() ? null : filter.text());
    }

    FlagsView view(Control control) {
        List<Flag> flags = sight.list(filter.query());
        int total = total(filter);
        int from = (filter.page() - 1) * FlagFilter.PAGE;
        boolean more = from + flags.size() < total;
        return new FlagsView(
                control,
                filter,
                Stream.of(Tab.values()).map(this::tab).toList(),
                Facet.all(filter, tallies, this::roadmap),
                groups(flags),
                chips(),
                total,
                !tallies.isEmpty() || !filter.text().isEmpty(),
                flags.isEmpty() ? "0 of " + total : (from + 1) + "–" + (from + flags.size()) + " of " + total,
                filter.page() > 1 ? filter.onPage(filter.page() - 1).href() : null,
                more ? filter.onPage(filter.page() + 1).href() : null);
    }

    private int total(FlagFilter wanted) {
        return tallies.stream()
                .filter(wanted::accepts)
                .mapToInt(FlagTally::count)
                .sum();
    }

    /** A roadmap named in the address need not exist. */
    private String roadmap(String key) {
        boolean known = tallies.stream().anyMatch(t -> t.roadmap().equals(key));
        return known ? subjects.roadmap(key) : key;
    }

    private FlagsView.TabLink tab(Tab tab) {
        FlagFilter other = filter.with(tab);
        return new FlagsView.TabLink(tab, other.href(), total(other), tab == filter.tab());
    }

    private List<FlagsView.Group> groups(List<Flag> flags) {
        List<FlagsView.Group> groups = new ArrayList<>();
        for (Flag flag : flags) {
            String heading = heading(flag);
            FlagsView.Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || !last.heading().equals(heading)) {
                Severity severity = filter.grouping() == Grouping.SEVERITY ? flag.severity() : null;
                last = new FlagsView.Group(heading, severity, new ArrayList<>());
                groups.add(last);
            }
            last.rows().add(row(flag));
        }
        return groups;
    }

    private String heading(Flag flag) {
        return switch (filter.grouping()) {
            case SEVERITY -> Words.severity(flag.severity());
            case ROADMAP -> subjects.roadmap(flag.roadmap());
            case MILESTONE -> subjects.name(flag);
            case RULE -> sight.title(flag);
        };
    }

    private FlagRow row(Flag flag) {
        boolean unfolded = Long.valueOf(flag.id()).equals(filter.why());
        return new FlagRow(
                flag.id(),
                flag.severity(),
                flag.message(),
                sight.href(flag),
                subjects.name(flag),
                flag.rule(),
                Words.state(flag),
                Words.day(flag.since()),
                ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)),
                filter.unfolding(unfolded ? null : flag.id()).href() + "#F-" + flag.id(),
                unfolded ? sight.why(flag) : null);
    }

    private List<FlagsView.Chip> chips() {
        List<FlagsView.Chip> chips = new ArrayList<>();
        if (filter.rule() != null) {
            chips.add(
                    new FlagsView.Chip("Rule " + filter.rule(), filter.anyRule().href()));
        }
        return chips;
    }
}

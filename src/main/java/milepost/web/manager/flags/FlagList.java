package milepost.web.manager.flags;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import milepost.facts.Severity;
import milepost.flags.Flag;
import milepost.flags.FlagTally;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;
import milepost.web.layout.Why;
import milepost.web.layout.Words;

/** Puts one page of the list together. */
final class FlagList {
    private final Parts parts;
    private final FlagFilter filter;
    private final Subjects subjects;
    private final List<FlagTally> tallies;

    FlagList(Parts parts, FlagFilter filter) {
        this.parts = parts;
        this.filter = filter;
        this.subjects = new Subjects(parts);
        this.tallies = parts.flags().tally(filter.text().isEmpty() ? null : filter.text());
    }

    FlagsView view() {
        List<Flag> flags = parts.flags().list(filter.query());
        int total = total(filter);
        int from = (filter.page() - 1) * FlagFilter.PAGE;
        boolean more = from + flags.size() < total;
        return new FlagsView(
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
            case RULE ->
                parts.ruleset()
                        .get()
                        .findRule(flag.rule())
                        .map(rule -> rule.title())
                        .orElse(flag.rule());
        };
    }

    private FlagRow row(Flag flag) {
        boolean unfolded = Long.valueOf(flag.id()).equals(filter.why());
        return new FlagRow(
                flag.id(),
                flag.severity(),
                flag.message(),
                Links.flag(flag.id()),
                subjects.name(flag),
                flag.rule(),
                Words.state(flag),
                Words.day(flag.since()),
                ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)),
                filter.unfolding(unfolded ? null : flag.id()).href() + "#F-" + flag.id(),
                unfolded ? Why.of(flag, parts.ruleset().get(), subjects) : null);
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

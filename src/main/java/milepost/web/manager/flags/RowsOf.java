package milepost.web.manager.flags;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.web.asof.Sight;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Words;
import milepost.web.manager.triage.Chosen;
import org.jspecify.annotations.Nullable;

/** The rows of a page under their headings. */
final class RowsOf {
    private final FlagFilter filter;
    private final Names names;
    private final Subjects subjects;
    private final Seen seen;

    /**
     * What depends on the visitor and on the rest of the list.
     *
     * @param decides the roadmaps about whose flags the visitor may decide here
     * @param news ids of the flags that are new to the visitor
     */
    record Seen(
            Sight sight,
            Predicate<String> decides,
            Folding folding,
            Set<Long> news,
            @Nullable Results results) {}

    RowsOf(FlagFilter filter, Names names, Seen seen) {
        this.filter = filter;
        this.names = names;
        this.subjects = names.subjects();
        this.seen = seen;
    }

    List<FlagsView.Group> groups(List<Flag> flags) {
        List<FlagsView.Group> groups = new ArrayList<>();
        for (Flag flag : flags) {
            if (seen.folding().folded(flag)) {
                continue;
            }
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
            case RULE -> seen.sight().title(flag);
            case ASSIGNEE -> names.assignee(Objects.requireNonNullElse(flag.assignee(), FlagFilter.NOBODY));
        };
    }

    private FlagRow row(Flag flag) {
        boolean unfolded = Long.valueOf(flag.id()).equals(filter.why());
        return new FlagRow(
                flag.id(),
                Chosen.value(flag.id(), flag.version()),
                decides(flag),
                seen.results() != null && seen.results().failed(flag.id()),
                flag.severity(),
                flag.message(),
                seen.sight().href(flag),
                subjects.name(flag),
                flag.rule(),
                Words.state(flag),
                age(flag),
                dates(flag),
                seen.news().contains(flag.id()),
                flag.severityReason() == null ? null : flag.reportedSeverity(),
                names.findPerson(flag.assignee()),
                seen.folding().under(flag).stream().map(this::consequence).toList(),
                filter.unfolding(unfolded ? null : flag.id()).href() + "#F-" + flag.id(),
                unfolded ? WhyRow.of(seen.sight().why(flag), flag, decides(flag)) : null);
    }

    private FlagRow.Consequence consequence(Flag flag) {
        return new FlagRow.Consequence(
                Chosen.value(flag.id(), flag.version()),
                decides(flag),
                flag.severity(),
                flag.message(),
                Links.flag(flag.id()),
                subjects.name(flag));
    }

    private boolean decides(Flag flag) {
        return seen.decides().test(flag.roadmap());
    }

    private String age(Flag flag) {
        return flag.resolvedAt() == null
                ? ChronoUnit.DAYS.between(flag.since(), subjects.today(flag)) + " d"
                : "after " + ChronoUnit.DAYS.between(flag.raisedAt(), flag.resolvedAt()) + " d";
    }

    private String dates(Flag flag) {
        String since = "Since " + Words.day(flag.since());
        return flag.resolvedAt() == null
                ? since
                : since + ", resolved "
                        + Words.day(
                                flag.resolvedAt().atZone(subjects.zone(flag)).toLocalDate());
    }
}

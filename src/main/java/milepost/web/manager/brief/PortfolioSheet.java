package milepost.web.manager.brief;

import java.time.LocalDate;
import java.util.List;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.RoadmapSummary;
import milepost.roadmap.Standing;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.asof.Sight;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/** Puts together what fits on one sheet about all roadmaps in a moment. */
final class PortfolioSheet {
    private static final int RISKS = 6;
    private static final int REASONS = 2;
    private static final List<Severity> WORST_FIRST =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

    private final Parts parts;
    private final Moment moment;
    private final Sight sight;
    private final SinceLast since;

    PortfolioSheet(Parts parts, Moment moment, Sight sight) {
        this.parts = parts;
        this.moment = moment;
        this.sight = sight;
        this.since = new SinceLast(parts);
    }

    PortfolioBriefView view(Control control) {
        List<Flag> counted = sight.list(FlagQuery.counted());
        return new PortfolioBriefView(
                control,
                Title.kind("Portfolio brief", moment),
                sight.summaries().stream().map(s -> row(s, counted)).toList(),
                counted.stream().limit(RISKS).map(this::risk).toList(),
                counted.size(),
                moment.past() ? null : parts.ruleset().get().version());
    }

    private PortfolioBriefView.Row row(RoadmapSummary summary, List<Flag> all) {
        String key = summary.roadmap().key();
        Snapshot snapshot = sight.subjects().snapshot(key);
        List<Flag> counted = all.stream().filter(f -> f.roadmap().equals(key)).toList();
        Standing standing = Standing.of(snapshot, counted);
        return new PortfolioBriefView.Row(
                summary.roadmap().title(),
                Links.roadmap(key) + "/brief" + moment.suffix(),
                standing.health(),
                standing.reasons().stream()
                        .limit(REASONS)
                        .map(f -> f.subject() + " " + f.message())
                        .toList(),
                summary.rating(),
                WORST_FIRST.stream()
                        .map(s ->
                                new PortfolioBriefView.Count(s, summary.flags().getOrDefault(s, 0)))
                        .toList(),
                summary.progress(),
                next(summary.next()),
                since.find(snapshot, counted, moment.at())
                        .map(SinceView::sentence)
                        .orElse("No period is frozen"));
    }

    private @Nullable String next(@Nullable Milestone next) {
        if (next == null || next.due() == null) {
            return null;
        }
        LocalDate day = moment.day();
        return Words.date(next.due()) + ", " + Words.relative(next.due().last(), day) + " (" + next.key() + ")";
    }

    private PortfolioBriefView.Risk risk(Flag flag) {
        return new PortfolioBriefView.Risk(sight.subjects().roadmap(flag.roadmap()), flag.subject(), sight.why(flag));
    }
}

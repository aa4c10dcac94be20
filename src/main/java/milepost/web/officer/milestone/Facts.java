package milepost.web.officer.milestone;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.TargetDate;
import milepost.web.layout.Words;
import milepost.web.officer.form.Countries;
import milepost.web.officer.form.PeriodText;
import milepost.web.officer.milestone.MilestoneView.Labelled;
import org.jspecify.annotations.Nullable;

/** A milestone as text, for people who only read it. */
final class Facts {
    private Facts() {}

    static Stream<Labelled> of(Snapshot snapshot, Milestone m) {
        Labels labels = new Labels(snapshot);
        String source = m.source() == null ? null : m.source().title();
        return Stream.of(
                new Labelled("Status", Words.status(m.status())),
                new Labelled("Progress", m.progress() == null ? null : m.progress() + "%"),
                new Labelled("Start", date(m.start())),
                new Labelled(
                        "Due", m.due() == null ? null : Words.date(m.due()) + " (" + PeriodText.echo(m.due()) + ")"),
                new Labelled("First promise", date(m.baseline())),
                new Labelled("Forecast", date(m.forecast())),
                new Labelled("Completed on", date(m.completedOn())),
                new Labelled("Officer", m.owner()),
                new Labelled("Stream", m.stream()),
                new Labelled("Stage", m.stage() == null ? null : Words.sentence(m.stage())),
                new Labelled(
                        "Requires",
                        text(m.requires().stream()
                                .map(key -> labels.of("requires/" + key).substring("Requires ".length())))),
                new Labelled("Participants", participants(snapshot, m)),
                new Labelled("Depends on", dependencies(snapshot, m)),
                new Labelled("Description", m.description()),
                new Labelled("Source", source));
    }

    private static @Nullable String participants(Snapshot snapshot, Milestone m) {
        return text(snapshot.participants().stream()
                .filter(p -> p.milestone().equals(m.key()))
                .map(p -> p.name() + " (" + p.jurisdiction()
                        + Countries.find(p.jurisdiction())
                                .map(name -> " " + name)
                                .orElse("")
                        + Stream.of(p.sector(), p.role())
                                .filter(Objects::nonNull)
                                .map(s -> ", " + s)
                                .collect(Collectors.joining())
                        + ")"));
    }

    private static @Nullable String dependencies(Snapshot snapshot, Milestone m) {
        return text(snapshot.dependencies().stream()
                .filter(d -> d.successor().equals(m.key()))
                .map(Dependency::predecessor)
                .map(key -> key + " "
                        + snapshot.findMilestone(key).map(Milestone::title).orElse("")));
    }

    private static @Nullable String text(Stream<String> parts) {
        List<String> all = parts.toList();
        return all.isEmpty() ? null : String.join("; ", all);
    }

    private static @Nullable String date(@Nullable TargetDate date) {
        return date == null ? null : Words.date(date);
    }
}

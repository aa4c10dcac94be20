package milepost.web.officer.inbox;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import milepost.access.Person;
import milepost.facts.Milestone;
import milepost.facts.Severity;
import milepost.flags.life.Flag;
import milepost.roadmap.inbox.Cadence;
import milepost.roadmap.inbox.Task;
import milepost.roadmap.inbox.Tray;
import milepost.roadmap.store.LogEntry;
import milepost.web.asof.Sight;
import milepost.web.happened.ChangeRow;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Words;

/** Puts an inbox into words. */
final class Inboxes {
    private final Parts parts;

    Inboxes(Parts parts) {
        this.parts = parts;
    }

    InboxView view(Person person, Tray tray) {
        return new InboxView(
                Stream.of(person.displayName(), person.name()).distinct().toList(),
                cadence(parts.desk().inbox().cadence()),
                tray.tasks().stream().map(Inboxes::row).toList(),
                tray.overdue(),
                tray.assigned().stream().map(Inboxes::given).toList(),
                tray.since() == null
                        ? null
                        : Words.time(
                                tray.since(),
                                Sight.zone(parts, parts.members().rights(person).reach())),
                news(tray),
                parts.desk().links().of(person).size(),
                null,
                null);
    }

    private static String cadence(Cadence cadence) {
        String worse = cadence.days().entrySet().stream()
                .sorted(Comparator.comparing(e -> -e.getKey().ordinal()))
                .map(e -> "every " + Words.count(e.getValue(), "day") + " with a " + named(e.getKey()) + " flag, ")
                .collect(Collectors.joining());
        return worse + (worse.isEmpty() ? "every " : "else every ") + Words.count(cadence.otherwise(), "day");
    }

    private static String named(Severity severity) {
        return Words.severity(severity).toLowerCase(java.util.Locale.ROOT);
    }

    private static InboxView.Row row(Task task) {
        Milestone m = task.milestone();
        String roadmap = task.roadmap().key();
        return new InboxView.Row(
                roadmap,
                m.key(),
                m.title(),
                task.roadmap().title(),
                Links.milestone(roadmap, m.key()),
                m.status(),
                m.progress(),
                m.due() == null
                        ? null
                        : Words.date(m.due())
                                + (m.open() ? ", " + Words.relative(m.due().last(), task.today()) : ""),
                task.last() == null ? null : Words.day(task.last().date()),
                owed(task),
                task.overdue() > 0,
                task.flags().stream()
                        .map(f -> new InboxView.Flagged(f.severity(), f.message(), Links.flag(f.id())))
                        .toList());
    }

    /** A change that touched several milestones is told once. */
    private List<ChangeRow> news(Tray tray) {
        Map<Long, LogEntry> changes = new TreeMap<>(Comparator.reverseOrder());
        tray.tasks()
                .forEach(task ->
                        task.changes().forEach(c -> changes.put(c.change().id(), c)));
        return changes.values().stream()
                .map(c -> ChangeRow.of(c, parts.roadmaps().snapshot(c.change().roadmap())))
                .toList();
    }

    private static String owed(Task task) {
        if (task.owed() == null) {
            return task.milestone().open() ? "Not begun" : "None owed";
        }
        if (task.last() == null) {
            return "First report owed";
        }
        if (task.overdue() > 0) {
            return "Overdue by " + Words.count(task.overdue(), "day");
        }
        return "Next " + Words.relative(task.owed(), task.today());
    }

    private static InboxView.Given given(Flag flag) {
        return new InboxView.Given(
                flag.severity(), flag.subject(), flag.message(), Words.state(flag), Links.flag(flag.id()));
    }
}

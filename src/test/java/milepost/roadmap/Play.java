package milepost.roadmap;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import milepost.Databases;
import milepost.db.Database;
import milepost.facts.Milestone;
import milepost.facts.Recorded;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.FlagRef;
import milepost.flags.Flags;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.fact.Edit;
import milepost.rules.RuleFolder;
import milepost.rules.book.Publication;
import milepost.rules.book.RuleFiles;
import milepost.rules.book.Rulebook;

/**
 * A roadmap on which dated lines are played, such as {@code 2025-03-01 set M-1 status=DONE}; every day begins with a sweep unless
 * the program is down.
 */
final class Play {
    static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Recorded NEW = new Recorded(0, Instant.EPOCH, "");

    final Flags flags;
    final Roadmaps roadmaps;
    final Rulebook book;
    final Archive archive;
    private final Databases.Clock clock;
    private boolean down;

    Play(Database database, Databases.Clock clock) {
        this.clock = clock;
        this.flags = new Flags(database);
        RuleFiles shipped = RuleFiles.of(RuleFolder.read(Path.of("rules")));
        this.book = Rulebook.open(database, () -> shipped);
        this.roadmaps = new Roadmaps(database, flags, book::live);
        this.archive = new Archive(roadmaps, flags, book);
        book.publish(Publication.files("ada", "The first rules"), shipped, 0);
    }

    /** The roadmap REE without milestones, made now. */
    void begin() {
        roadmaps.save(
                author("Begin"),
                "REE",
                List.of(new Edit.Put(new milepost.facts.Roadmap(
                        "REE", "Rare-earth roadmap", null, "RU", null, null, null, ZONE, List.of(), NEW))));
    }

    /** Goes to the morning of a day. */
    void morning(LocalDate day) {
        clock.set(day.atTime(0, 5).atZone(ZONE).toInstant().toString());
        if (!down) {
            roadmaps.sweep();
        }
    }

    void play(LocalDate day, int number, String line) {
        clock.set(day.atTime(10, number % 60).atZone(ZONE).toInstant().toString());
        String[] words = line.split(" ");
        switch (words[0]) {
            case "set" -> save(line, revision(words[1], fields(words, 2)));
            case "remove" -> {
                Milestone m = milestone(words[1]);
                save(
                        line,
                        new Edit.Removal(Milestone.class, m.key(), m.recorded().version()));
            }
            case "triage" -> triage(words[1], words[2], fields(words, 3));
            case "rules" -> publish(words[1], words[2].replace('_', ' '), words[3].replace('_', ' '));
            case "down" -> down = true;
            case "up" -> {
                down = false;
                roadmaps.sweep();
            }
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void save(String reason, Edit edit) {
        roadmaps.save(author(reason), "REE", List.of(edit));
    }

    private static Roadmaps.Author author(String reason) {
        return new Roadmaps.Author("kim", reason, new Source("Weekly review", null, null));
    }

    private Milestone milestone(String key) {
        return roadmaps.snapshot("REE").findMilestone(key).orElseThrow();
    }

    private Edit revision(String key, Map<String, String> set) {
        Milestone m = roadmaps.snapshot("REE").findMilestone(key).orElse(null);
        return new Edit.MilestoneRevision(
                key,
                m == null ? 0 : m.recorded().version(),
                set.getOrDefault("title", m == null ? key : m.title()),
                null,
                null,
                null,
                set.containsKey("status") ? Status.valueOf(set.get("status")) : m == null ? Status.PLANNED : m.status(),
                set.containsKey("progress") ? Integer.valueOf(set.get("progress")) : m == null ? null : m.progress(),
                date(set, "start", m == null ? null : m.start()),
                date(set, "due", m == null ? null : m.due()),
                date(set, "forecast", m == null ? null : m.forecast()),
                date(set, "done", m == null ? null : m.completedOn()),
                set.containsKey("owner")
                        ? (set.get("owner").equals("-") ? null : set.get("owner"))
                        : m == null ? null : m.owner(),
                List.of(),
                set.containsKey("done") ? List.of(new Source("Act", null, null)) : m == null ? List.of() : m.evidence(),
                null);
    }

    private static TargetDate date(Map<String, String> set, String field, TargetDate before) {
        return set.containsKey(field) ? TargetDate.parse(set.get(field)) : before;
    }

    private void triage(String rule, String subject, Map<String, String> set) {
        long id = flags.list(FlagQuery.all().ofRule(rule).about(subject)).get(0).id();
        LocalDate until = set.containsKey("until") ? LocalDate.parse(set.get("until")) : null;
        LocalDate today = clock.instant().atZone(ZONE).toLocalDate();
        flags.triaging()
                .act(
                        new Decider("lee", Severity.CRITICAL),
                        new FlagRef(id, null),
                        new Act.Decide(new Decision(Triage.valueOf(set.get("as")), "agreed", until)),
                        today);
    }

    /** Publishes the rules with one text replaced, as the next version. */
    private void publish(String path, String text, String other) {
        RuleFiles now = book.current().files();
        String rule = now.find(path).orElseThrow();
        if (!rule.contains(text)) {
            throw new IllegalArgumentException(path + " has no " + text);
        }
        book.publish(
                Publication.web("ada", "ada", "Other words"),
                now.with(path, rule.replace(text, other)),
                book.current().number());
        if (!down) {
            roadmaps.sweep();
        }
    }

    private static Map<String, String> fields(String[] words, int from) {
        Map<String, String> fields = new HashMap<>();
        new ArrayList<>(Arrays.asList(words)).subList(from, words.length).forEach(word -> {
            String[] pair = word.split("=", 2);
            fields.put(pair[0], pair[0].equals("status") || pair[0].equals("as") ? pair[1] : pair[1].replace('_', ' '));
        });
        return fields;
    }
}

package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import milepost.Databases;
import milepost.db.Database;
import milepost.db.Transaction;
import milepost.exchange.RoadmapFile;
import milepost.facts.Attribute;
import milepost.facts.Recorded;
import milepost.facts.ValueKind;
import milepost.flags.Flags;
import milepost.roadmap.fact.Edit;
import milepost.roadmap.store.HistoryFilter;
import milepost.roadmap.store.LogEntry;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was recorded before the history had its own table and columns is filled in as if they had always been there. */
class FilledInTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();

    private final Databases.Clock clock = new Databases.Clock("2025-11-10T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void topics_and_dates_follow_from_what_is_recorded(Databases kind) throws IOException {
        try (Database database = kind.open(clock)) {
            Roadmaps roadmaps = new Roadmaps(database, new Flags(database), () -> RULES);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
            Recorded fresh = new Recorded(0, Instant.EPOCH, "");
            Attribute attribute = new Attribute(
                    "REE-7",
                    "cost",
                    ValueKind.VALUE,
                    "high",
                    null,
                    null,
                    null,
                    null,
                    null,
                    LocalDate.parse("2025-11-01"),
                    null,
                    null,
                    null,
                    null,
                    fresh);
            Roadmaps.Author author = new Roadmaps.Author("ann", "review", null);
            roadmaps.save(author, "REE", List.of(new Edit.Put(attribute)));
            var bridge = roadmaps.snapshot("REE").findMilestone("REE-2").orElseThrow();
            roadmaps.save(
                    author,
                    "REE",
                    List.of(new Edit.Removal(
                            bridge.getClass(), "REE-2", bridge.recorded().version())));
            assertThat(roadmaps.past()
                            .page("REE", HistoryFilter.ofMilestone("REE-7", null), 1)
                            .get(0)
                            .touched())
                    .extracting(LogEntry.Touched::key)
                    .containsExactly("REE-7=cost");

            List<Map<String, Object>> topics = database.read(FilledInTest::topics);
            List<Map<String, Object>> dates = database.read(FilledInTest::dates);
            database.write(tx -> {
                tx.handle().execute("delete from change_topic");
                tx.handle().execute("update fact set due = null, baseline = null, slips = null");
                statements(kind).forEach(tx.handle()::execute);
                return null;
            });

            assertThat(database.read(FilledInTest::topics)).isEqualTo(topics).hasSizeGreaterThan(30);
            assertThat(database.read(FilledInTest::dates)).isEqualTo(dates).isNotEmpty();
        }
    }

    /** Those of the migrations that fill in. */
    private static List<String> statements(Databases kind) {
        return List.of("0070-history.sql", "0071-attributes-by-milestone.sql").stream()
                .map(FilledInTest::text)
                .map(text -> text.replaceAll("(?m)^--.*$", ""))
                .flatMap(text -> List.of(text.split(";")).stream())
                .map(String::strip)
                .filter(statement -> statement.startsWith("insert") || statement.startsWith("update"))
                .map(statement -> statement
                        .replace("${json}", kind == Databases.SQLITE ? "" : "::jsonb")
                        .replace("${long}", kind == Databases.SQLITE ? "integer" : "bigint"))
                .toList();
    }

    private static String text(String migration) {
        try {
            return Files.readString(Path.of("db/migrations", migration));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> topics(Transaction tx) {
        return tx.handle()
                .createQuery("select roadmap, topic, change from change_topic order by roadmap, topic, change")
                .mapToMap()
                .list();
    }

    private static List<Map<String, Object>> dates(Transaction tx) {
        return tx.handle()
                .createQuery("select id, due, baseline, slips from fact where kind = 'MILESTONE' order by id")
                .mapToMap()
                .list();
    }
}

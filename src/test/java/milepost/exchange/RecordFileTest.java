package milepost.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.Databases;
import milepost.Databases.Clock;
import milepost.db.Database;
import milepost.exchange.intake.Intake;
import milepost.exchange.intake.Wish;
import milepost.facts.Dependency;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.flags.Flags;
import milepost.roadmap.Imports;
import milepost.roadmap.Records;
import milepost.roadmap.Roadmaps;
import milepost.roadmap.Saved;
import milepost.roadmap.fact.Edit;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole record of a roadmap goes out and comes back to the byte. */
class RecordFileTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
    private static final Roadmaps.Author AUTHOR = new Roadmaps.Author("maria", "Because “of” this\nand that", null);

    /** One database with its use cases. */
    private record Place(Roadmaps roadmaps, Records records, Intake intake, Flags flags) {
        static Place open(Databases databases) {
            Database database = databases.open(new Clock("2026-01-15T09:00:00Z"));
            Flags flags = new Flags(database);
            Roadmaps roadmaps = new Roadmaps(database, flags, () -> RULES);
            return new Place(
                    roadmaps,
                    new Records(database, roadmaps),
                    new Intake(roadmaps, new Imports(database, roadmaps)),
                    flags);
        }

        String text() {
            return RecordFile.write("REE", records.read("REE", null));
        }

        Saved take(String text) {
            RecordFile.Content content = RecordFile.read(JsonText.read(text));
            Saved dry = records.preview(content.roadmap(), content.steps());
            Saved real = records.replay(content.roadmap(), content.steps());
            assertThat(dry.after()).isEqualTo(real.after());
            return real;
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void out_in_and_out_again_is_the_same_to_the_byte(Databases databases) throws IOException {
        Place first = Place.open(databases);
        lived(first);
        String text = first.text();

        Place second = Place.open(databases);
        Saved saved = second.take(text);

        assertThat(second.text()).isEqualTo(text);
        assertThat(saved.after()).isEqualTo(first.roadmaps().snapshot("REE"));
        assertThat(saved.flags().raised()).isNotEmpty();
        for (String moment : List.of("2025-10-01T00:00:00Z", "2025-11-10T00:00:00Z", "2025-12-20T00:00:00Z")) {
            assertThat(second.roadmaps().findSnapshot("REE", Instant.parse(moment)))
                    .isEqualTo(first.roadmaps().findSnapshot("REE", Instant.parse(moment)));
        }
        assertThat(second.roadmaps().chronicle().history("REE", "REE-7", null, 10))
                .extracting(e -> e.change().actor() + " " + e.change().reason() + " " + e.fields())
                .isEqualTo(first.roadmaps().chronicle().history("REE", "REE-7", null, 10).stream()
                        .map(e -> e.change().actor() + " " + e.change().reason() + " " + e.fields())
                        .toList());
        assertThatThrownBy(() -> second.take(text))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("There is already a roadmap REE.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version" : 1      | "version" : 2        | changes/0/facts/0/version
            "kind" : "EDIT"    | "kind" : "MAGIC"     | changes/6/kind
            "status" : "PLANNED" | "status" : "LOST"  | changes/0/facts
            "actor" : "maria"  | "actor" : ""         | changes/6/actor
            "at" : "2024       | "at" : "2124         | changes/0/at
            "progress" : null  | "progress" : "many"  | changes/0/facts
            "facts" :          | "facts_" :           | changes/0/facts_
            "lagDays" : 0      | "lag" : 0            | changes/1/facts
            "title" : "New bridge to North Korea commissioned", | | changes/0/facts
            "key" : "REE",     | "key" : "ABC",       | changes/0/facts/0/fact/key
            """)
    void a_record_that_cannot_have_been_recorded_is_refused_by_its_place(String was, String is, String place)
            throws IOException {
        Place first = Place.open(Databases.SQLITE);
        lived(first);
        String text = first.text();
        assertThat(text).contains(was);
        Place second = Place.open(Databases.SQLITE);

        assertThatThrownBy(
                        () -> second.take(text.replaceFirst(java.util.regex.Pattern.quote(was), is == null ? "" : is)))
                .isInstanceOf(Problem.class)
                .satisfies(
                        p -> assertThat(((Problem) p).fields().get(0).field()).startsWith(place.substring(0, 8)))
                .matches(p -> ((Problem) p).kind() == Problem.Kind.INVALID);
        assertThat(second.roadmaps().keys(milepost.facts.Reach.EVERYTHING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"format": "milepost-record/1", "roadmap": "A\\ud800", "changes": []} | half of a pair
            {"format": "milepost-record/1", "roadmap": "A\\u0000", "changes": []} | NUL
            {"format": "milepost-record/1", "roadmap": "A", "changes": []}        | at least one
            {"format": "milepost-record/1", "roadmap": "A", "changes": 7}         | at least one
            {"format": "milepost-record/1", "roadmap": 7, "changes": [{}]}        | Send a text
            {"format":                                                            | This is not JSON
            [1, 2]                                                                | one JSON object
            """)
    void what_is_no_record_is_refused(String text, String sentence) {
        assertThatThrownBy(() -> RecordFile.read(JsonText.read(text)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> JsonText.read("[".repeat(10_000)))
                .hasMessageContaining("nested deeper than 32 levels");
    }

    /** The example, an edit, a removal, a table, and a key that is used again. */
    private static void lived(Place place) throws IOException {
        RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
        place.roadmaps().importDated(example.roadmap(), example.changes());
        long version = place.roadmaps()
                .snapshot("REE")
                .findMilestone("REE-7")
                .orElseThrow()
                .recorded()
                .version();
        place.roadmaps()
                .save(
                        AUTHOR,
                        "REE",
                        List.of(new Edit.Put(new Dependency("REE-7", "REE-2", 7, new Recorded(0, Instant.EPOCH, "")))));
        place.roadmaps().save(AUTHOR, "REE", List.of(new Edit.Removal(Dependency.class, "REE-7>REE-2", 1)));
        place.roadmaps()
                .save(
                        AUTHOR,
                        "REE",
                        List.of(new Edit.Put(new Dependency("REE-7", "REE-2", 9, new Recorded(0, Instant.EPOCH, "")))));
        Wish wish = Wish.of("REE", LocalDate.parse("2026-01-15")).because("Settled in talks");
        byte[] table = "Key,Due,Cost (£m),Status,Progress\nREE-7,1/012/2031,1.50,in progress,5%\nX-1,,withheld,,\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] more = "Title,Due\nNew,2031\n".getBytes(StandardCharsets.UTF_8);
        assertThat(version).isPositive();
        place.intake().carryOut(place.intake().plan("b.csv", more, wish), wish, AUTHOR);
        byte[] fitting = new String(table, StandardCharsets.UTF_8)
                .replace("X-1", "REE-1")
                .getBytes(StandardCharsets.UTF_8);
        place.intake().carryOut(place.intake().plan("a.csv", fitting, wish), wish, AUTHOR);
    }
}

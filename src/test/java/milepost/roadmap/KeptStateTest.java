package milepost.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Dependency;
import milepost.facts.Milestone;
import milepost.facts.Participant;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.flags.FlagRef;
import milepost.flags.Flags;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.flags.life.Flag;
import milepost.flags.store.FlagQuery;
import milepost.roadmap.fact.Edit;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept in memory between transactions is what the database holds, whoever wrote it. */
class KeptStateTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
    private static final Roadmaps.Author OFFICER = new Roadmaps.Author("kim", null, null);
    private static final LocalDate TODAY = LocalDate.of(2025, 11, 24);
    private static final int EDITS = 120;

    private final Databases.Clock clock = new Databases.Clock("2025-11-24T09:00:00Z");
    private final Random random = new Random(20251201);

    /** One program that works on the database. */
    private record Program(Flags flags, Roadmaps roadmaps) {
        static Program on(Database database) {
            Flags flags = new Flags(database);
            return new Program(flags, new Roadmaps(database, flags, () -> RULES));
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_programs_on_one_database_see_and_find_what_a_third_that_reads_it_afresh_does(Databases kind)
            throws IOException {
        try (Database database = kind.open(clock)) {
            List<Program> two = List.of(Program.on(database), Program.on(database));
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            two.get(0).roadmaps().importDated(example.roadmap(), example.changes());
            int refused = 0;
            for (int i = 0; i < EDITS; i++) {
                clock.set("2025-11-24T09:%02d:%02dZ".formatted(i / 60, i % 60));
                refused += act(two.get(random.nextInt(2))) ? 0 : 1;
                Program fresh = Program.on(database);
                List<Edit> next = List.of(revision(fresh.roadmaps().snapshot("REE")));
                Saved expected = preview(fresh, next);
                for (Program program : two) {
                    assertThat(program.roadmaps().snapshot("REE"))
                            .isEqualTo(fresh.roadmaps().snapshot("REE"));
                    Saved found = preview(program, next);
                    assertThat(found.after()).isEqualTo(expected.after());
                    assertThat(found.flags()).isEqualTo(expected.flags());
                }
            }
            assertThat(refused).isBetween(1, EDITS / 2);
        }
    }

    /** Whether the program could do what it tried; what it tried on what nobody knows any more is refused. */
    private boolean act(Program program) {
        try {
            if (random.nextInt(5) == 0) {
                decide(program);
            } else {
                program.roadmaps().save(OFFICER, "REE", edits(program.roadmaps().snapshot("REE")));
            }
            return true;
        } catch (Problem refused) {
            return false;
        }
    }

    private void decide(Program program) {
        List<Flag> active = program.flags().list(FlagQuery.active());
        Flag flag = active.get(random.nextInt(active.size()));
        Decision decision = random.nextBoolean()
                ? new Decision(Triage.ACKNOWLEDGED, null, null)
                : new Decision(Triage.ACCEPTED, "known", TODAY.plusDays(30));
        program.flags()
                .triaging()
                .act(
                        new Decider("mo", Severity.CRITICAL),
                        new FlagRef(flag.id(), null),
                        new Act.Decide(decision),
                        TODAY);
    }

    private List<Edit> edits(Snapshot now) {
        List<Edit> edits = new ArrayList<>(List.of(revision(now)));
        String milestone = one(now.milestones()).key();
        String key = "p" + random.nextInt(6);
        switch (random.nextInt(5)) {
            case 0 ->
                edits.add(new Edit.Put(
                        new Dependency(milestone, one(now.milestones()).key(), 0, seen(0))));
            case 1 ->
                now.dependencies().stream()
                        .skip(2)
                        .findFirst()
                        .ifPresent(d -> edits.add(new Edit.Removal(
                                Dependency.class,
                                d.predecessor() + ">" + d.successor(),
                                d.recorded().version())));
            case 2 -> edits.add(new Edit.Put(new Participant(key, milestone, "Bank", "US", null, null, seen(0))));
            case 3 ->
                now.participants().stream()
                        .filter(p -> p.key().equals(key))
                        .findFirst()
                        .ifPresent(p -> edits.add(new Edit.Removal(
                                Participant.class, key, p.recorded().version())));
            default -> edits.add(revision(now)); // refused when it is of the same milestone
        }
        return edits;
    }

    private Edit revision(Snapshot now) {
        Milestone m = one(now.milestones());
        Status status = Status.values()[random.nextInt(Status.values().length)];
        return new Edit.MilestoneRevision(
                m.key(),
                m.recorded().version(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                status,
                random.nextBoolean() ? null : random.nextInt(101),
                m.start(),
                random.nextInt(3) == 0 ? null : TargetDate.day(TODAY.plusDays(random.nextInt(-60, 60))),
                random.nextBoolean() ? null : TargetDate.day(TODAY.plusDays(random.nextInt(120))),
                status == Status.DONE ? TargetDate.day(TODAY) : null,
                random.nextBoolean() ? null : "kim",
                m.requires(),
                m.evidence(),
                m.source());
    }

    private static Saved preview(Program program, List<Edit> edits) {
        return program.roadmaps().preview("REE", edits);
    }

    private static Recorded seen(long version) {
        return new Recorded(version, Instant.EPOCH, "");
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}

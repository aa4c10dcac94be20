package milepost.rules.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import milepost.Databases;
import milepost.db.Database;
import milepost.exchange.RoadmapFile;
import milepost.facts.Finding;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.flags.Flags;
import milepost.roadmap.Roadmaps;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.cases.CaseFiles;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleTree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cases made of the example roadmap. */
class CaseMakerTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");
    private static final RuleFolder FOLDER = RuleFolder.read(Path.of("rules"));

    private static Snapshot live;

    @BeforeAll
    static void recorded() throws IOException {
        try (Database database = Databases.SQLITE.open(new Databases.Clock("2026-11-23T09:00:00Z"))) {
            Ruleset rules = Ruleset.compile(FOLDER.rules()).ruleset();
            Roadmaps roadmaps = new Roadmaps(database, new Flags(database), () -> rules);
            RoadmapFile.Content example = RoadmapFile.read(Files.readString(Path.of("db/example/rare-earth.json")));
            roadmaps.importDated(example.roadmap(), example.changes());
            live = roadmaps.snapshot("REE");
        }
    }

    @Test
    void every_finding_of_every_shipped_rule_becomes_a_case_that_passes_with_few_facts() {
        List<String> failed = new ArrayList<>();
        int made = 0;
        for (RuleFile file : FOLDER.rules()) {
            Ruleset alone = Ruleset.compile(List.of(file)).ruleset();
            for (Finding finding : ((Outcome.Complete) alone.evaluate(live, DAY)).findings()) {
                CaseMaker.Made one = maker(alone).make("made", live, finding.subject());
                made++;
                if (!one.reports() || !one.passes() || one.item().lines().count() > 20) {
                    failed.add(finding.rule() + " " + finding.subject() + "\n" + one.item());
                }
            }
        }
        assertThat(failed).isEmpty();
        assertThat(made).isGreaterThan(15);
    }

    @Test
    void a_rule_that_reads_findings_becomes_a_case_that_says_what_others_found_and_stays_true_whatever_rules_come() {
        Ruleset rules = Ruleset.compile(FOLDER.rules()).ruleset();
        RuleTree offTrack = rules.findTree("plan/off-track").orElseThrow();

        CaseMaker.Made made = new CaseMaker(rules, offTrack, DAY).make("made", live, "REE");
        assertThat(made.reports()).isTrue();
        assertThat(made.passes()).as(made.item()).isTrue();
        assertThat(made.item())
                .contains("findings:", "{ rule: schedule/deadline-missed, subject: REE-1, severity: CRITICAL }")
                .doesNotContain("plan/no-owner", "REE-7");
    }

    @Test
    void a_silent_rule_becomes_a_case_of_the_milestone_and_what_is_around_it() {
        for (RuleFile file : FOLDER.rules()) {
            Ruleset alone = Ruleset.compile(List.of(file)).ruleset();
            List<String> told = ((Outcome.Complete) alone.evaluate(live, DAY))
                    .findings().stream().map(Finding::subject).toList();
            for (Milestone milestone : live.milestones()) {
                if (!told.contains(milestone.key())) {
                    CaseMaker.Made one = maker(alone).make("made", live, milestone.key());
                    assertThat(one.reports()).isFalse();
                    assertThat(one.passes()).as(one.item()).isTrue();
                    assertThat(one.item()).contains("key: " + milestone.key());
                }
            }
        }
    }

    @Test
    void a_case_is_added_with_the_indentation_of_those_before_it() {
        Ruleset rules = Ruleset.compile(FOLDER.rules()).ruleset();
        for (RuleFile cases : FOLDER.cases()) {
            String key = cases.path().replace(".cases.yaml", "");
            String item = "- name: one more\n  as-of: 2026-01-01\n  given: {}\n  expect: []\n";
            RuleFile more = new RuleFile(cases.path(), CaseText.with(cases.content(), key, item));
            CaseFiles read = CaseFiles.read(List.of(more), rules);
            assertThat(read.problems()).as(cases.path()).isEmpty();
            assertThat(read.cases())
                    .hasSize(CaseFiles.read(List.of(cases), rules).cases().size() + 1);
        }
    }

    @Test
    void a_name_that_is_taken_is_not_given_again() {
        assertThat(CaseText.freeName("  - name: A on 2026-01-01\n", "A on 2026-01-01"))
                .isEqualTo("A on 2026-01-01 again 2");
        assertThat(CaseText.freeName("", "A")).isEqualTo("A");
    }

    private static CaseMaker maker(Ruleset alone) {
        RuleTree tree = alone.trees().get(0);
        return new CaseMaker(alone, tree, DAY);
    }
}

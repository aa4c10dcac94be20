package milepost.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import milepost.Given;
import milepost.facts.Evidence;
import milepost.facts.Finding;
import milepost.facts.RestrictionKind;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.rules.engine.report.Outcome;
import milepost.rules.language.RuleFile;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {
    private static final Compilation RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules());

    @Test
    void all_shipped_rules_compile() {
        assertThat(RULES.problems()).isEmpty();
        assertThat(RULES.ruleset().rules()).hasSizeGreaterThanOrEqualTo(20);
    }

    @Test
    void a_missed_deadline_is_reported_from_the_day_after() {
        Snapshot late = new Given().milestone("REE-1", m -> m.due("2025-12-01")).snapshot();

        assertThat(keys(late, "2025-12-01")).doesNotContain("schedule/deadline-missed REE-1");
        assertThat(keys(late, "2025-12-02")).contains("schedule/deadline-missed REE-1", "plan/off-track REE");
    }

    @Test
    void a_year_is_missed_on_the_first_of_january() {
        Snapshot bridge = new Given().milestone("REE-2", m -> m.dueInYear(2026)).snapshot();

        assertThat(keys(bridge, "2026-12-31")).doesNotContain("schedule/deadline-missed REE-2");
        assertThat(keys(bridge, "2027-01-01")).contains("schedule/deadline-missed REE-2");
    }

    @Test
    void a_measure_between_the_home_and_a_partner_is_exposure_and_nothing_else_is() {
        Snapshot partners = new Given()
                .milestone("REE-3", m -> m)
                .milestone("REE-8", m -> m)
                .milestone("REE-9", m -> m)
                .participant("REE-3", "CN", null)
                .participant("REE-8", "US", "rare earths")
                .participant("REE-9", "US", "aluminium")
                .restriction("western-sanctions", RestrictionKind.SANCTION, "US,EU,GB", "RU", null)
                .restriction("us-aluminium", RestrictionKind.TARIFF, "US", "RU", "aluminium")
                .restriction("cn-export", RestrictionKind.EXPORT_CONTROL, "CN", "US", "rare earths")
                .snapshot();

        assertThat(keys(partners, "2025-11-10"))
                .filteredOn(key -> key.startsWith("exposure/"))
                .containsExactly("exposure/sanction REE-8", "exposure/sanction REE-9", "exposure/tariff REE-9");
    }

    @Test
    void a_required_value_that_was_never_observed_is_reported_until_it_is() {
        Given processing = new Given()
                .milestone("REE-7", m -> m.requires("processing-capacity"))
                .indicator("processing-capacity", "processing");

        assertThat(keys(processing.snapshot(), "2026-01-01")).contains("capacity/required-value-missing REE-7");
        processing.observation("processing-capacity", "2025-12-01", "120");
        assertThat(keys(processing.snapshot(), "2026-01-01")).doesNotContain("capacity/required-value-missing REE-7");
        assertThat(keys(processing.snapshot(), "2025-11-30")).contains("capacity/required-value-missing REE-7");
    }

    @Test
    void silence_becomes_worse_as_the_date_comes_nearer() {
        Snapshot silent = new Given()
                .milestone("REE-2", m -> m.dueInYear(2026).status(Status.IN_PROGRESS))
                .report("REE-2", "2025-11-10")
                .snapshot();

        assertThat(finding(silent, "2026-06-01", "evidence/report-stale").severity())
                .isEqualTo(Severity.MEDIUM);
        assertThat(finding(silent, "2026-11-23", "evidence/report-stale").severity())
                .isEqualTo(Severity.HIGH);
        assertThat(finding(silent, "2026-11-23", "evidence/report-stale").message())
                .isEqualTo("No report since 2025-11-10; due 2026");
    }

    @Test
    void a_finding_shows_the_values_that_made_it_true() {
        Snapshot late = new Given().milestone("REE-1", m -> m.due("2025-12-01")).snapshot();

        assertThat(finding(late, "2026-11-23", "schedule/deadline-missed"))
                .isEqualTo(new Finding(
                        "schedule/deadline-missed",
                        SubjectKind.MILESTONE,
                        "REE-1",
                        Severity.CRITICAL,
                        "Due 2025-12-01, 357 days ago",
                        List.of(
                                new Evidence("AsOf", null, "date", "2026-11-23"),
                                new Evidence("Milestone", "REE-1", "open", "true"),
                                new Evidence("Milestone", "REE-1", "due", "2025-12-01"))));
    }

    @Test
    void a_rule_works_alone_as_it_does_among_others() {
        Snapshot late = new Given().milestone("REE-1", m -> m.due("2025-12-01")).snapshot();
        List<RuleFile> alone = RuleFolder.read(Path.of("rules")).rules().stream()
                .filter(file -> file.path().equals("schedule/deadline-missed.drl"))
                .toList();

        Outcome outcome = Ruleset.compile(alone).ruleset().evaluate(late, LocalDate.parse("2025-12-02"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Complete.class,
                        complete -> assertThat(complete.findings()).hasSize(1));
    }

    private static Finding finding(Snapshot snapshot, String day, String rule) {
        return findings(snapshot, day).stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(Snapshot snapshot, String day) {
        return findings(snapshot, day).stream()
                .map(f -> f.rule() + " " + f.subject())
                .toList();
    }

    private static List<Finding> findings(Snapshot snapshot, String day) {
        Outcome.Complete complete = (Outcome.Complete) RULES.ruleset().evaluate(snapshot, LocalDate.parse(day));
        assertThat(complete.setAside()).isEmpty();
        return complete.findings();
    }
}

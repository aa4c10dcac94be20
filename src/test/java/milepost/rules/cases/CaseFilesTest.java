package milepost.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.ProgressUpdate;
import milepost.facts.Restriction;
import milepost.facts.Severity;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.rules.RuleFolder;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleFile;
import milepost.rules.language.RuleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseFilesTest {
    private static final Ruleset RULES =
            Ruleset.compile(RuleFolder.read(Path.of("rules")).rules()).ruleset();
    private static final String START = """
            rule: plan/no-owner
            cases:
              - name: one
                as-of: 2026-01-01
            """;

    @Test
    void a_case_says_what_other_rules_found_about_its_own_facts() {
        CaseFiles files = read("""
                rule: plan/off-track
                cases:
                  - name: told
                    as-of: 2026-01-01
                    given:
                      milestones: [ { key: A-1 } ]
                      indicators: [ { key: ore } ]
                      findings: [ { subject: A-1, severity: CRITICAL }, { subject: ore, severity: LOW, message: old }, { subject: MAP, severity: HIGH } ]
                    expect: [ { subject: MAP } ]
                  - name: asked
                    as-of: 2026-01-01
                    given: {}
                    expect: []
                """);
        assertThat(files.problems()).isEmpty();
        assertThat(files.cases().get(0).found())
                .extracting(f -> f.kind() + " " + f.subject() + " " + f.severity() + " " + f.message() + " " + f.rule())
                .containsExactly(
                        "MILESTONE A-1 CRITICAL found another/rule",
                        "INDICATOR ore LOW old another/rule",
                        "ROADMAP MAP HIGH found another/rule");
        assertThat(files.cases().get(1).found()).isNull();

        CaseFiles wrong = read("""
                rule: plan/off-track
                cases:
                  - name: wrong
                    as-of: 2026-01-01
                    given:
                      milestones: [ { key: A-1 } ]
                      findings: [ { subject: A-2, severity: CRITCAL, since: 2026 } ]
                    expect: []
                """);
        assertThat(wrong.problems())
                .extracting(p -> p.line() + " " + p.code())
                .containsExactly("7 unknown-subject", "7 unknown-severity", "7 unknown-field");
    }

    @Test
    void a_fact_has_the_defaults_of_the_guide() {
        RuleCase example = one("""
                    given:
                      milestones: [ { key: A-1 } ]
                      indicators: [ { key: output } ]
                    expect: []
                """);

        Milestone milestone = example.given().milestones().get(0);
        assertThat(milestone.title()).isEqualTo("A-1");
        assertThat(milestone.status()).isEqualTo(Status.PLANNED);
        assertThat(milestone.due()).isNull();
        assertThat(milestone.owner()).isNull();
        assertThat(example.given().roadmap().key()).isEqualTo("MAP");
        assertThat(example.given().roadmap().home()).isEqualTo("ZZ");
        assertThat(example.given().indicators()).extracting(Indicator::unit).containsExactly("t/year");
    }

    @Test
    void the_first_promise_is_the_date_now_binding_unless_said_otherwise() {
        List<Milestone> milestones = one("""
                            given:
                              milestones:
                                - { key: A-1, due: 2026-Q3 }
                                - { key: A-2, due: 2026-Q3, baseline: 2026-03 }
                                - { key: A-3, due: 2026-Q3, baseline: null, slips: 4 }
                            expect: []
                        """).given().milestones();

        TargetDate quarter = TargetDate.parse("2026-Q3");
        assertThat(milestones)
                .extracting(Milestone::baseline)
                .containsExactly(quarter, TargetDate.parse("2026-03"), null);
        assertThat(milestones).extracting(Milestone::slips).containsExactly(0, 1, 4);
    }

    @Test
    void every_kind_of_fact_can_be_given() {
        RuleCase example = one("""
                    given:
                      roadmap: { key: REE, home: RU, zone: Europe/Moscow, published: 2025-11-04, stages: [ processing ],
                                 directive: { title: Order, url: "https://example.org" } }
                      milestones:
                        - { key: A-1, stage: processing, requires: [ output ], evidence: [ { title: Decree } ], progress: 40 }
                        - { key: A-2 }
                      dependencies: [ { predecessor: A-1, successor: A-2, lagDays: 30 } ]
                      participants: [ { milestone: A-1, jurisdiction: US, sector: aluminium, name: Smelter } ]
                      restrictions: [ { key: western, kind: SANCTION, imposedBy: [ US, EU ], targets: [ RU ], to: 2026-03-01 } ]
                      indicators: [ { key: output, stage: processing, unit: "%", target: 5 } ]
                      observations: [ { indicator: output, date: 2023-01, value: 28.7 } ]
                      events: [ { key: forum, title: Forum, date: 2025-09 } ]
                      updates: [ { milestone: A-1, date: 2025-11-10, progress: 10, text: "Six piers" } ]
                    expect:
                      - { subject: A-1, severity: MEDIUM, message: "Nobody is recorded as the owner of A-1" }
                      - { subject: A-2 }
                """);

        assertThat(example.given().milestones().get(0).evidence()).containsExactly(new Source("Decree", null, null));
        assertThat(example.given().dependencies().get(0).lagDays()).isEqualTo(30);
        assertThat(example.given().participants()).extracting(Participant::name).containsExactly("Smelter");
        assertThat(example.given().restrictions())
                .extracting(Restriction::to)
                .containsExactly(LocalDate.parse("2026-03-01"));
        assertThat(example.given().observations())
                .extracting(Observation::value)
                .containsExactly(new BigDecimal("28.7"));
        assertThat(example.given().events()).hasSize(1);
        assertThat(example.given().updates()).extracting(ProgressUpdate::text).containsExactly("Six piers");
        assertThat(example.expect())
                .containsExactly(
                        new Expected("A-1", Severity.MEDIUM, "Nobody is recorded as the owner of A-1"),
                        new Expected("A-2", null, null));
        assertThat(RuleCases.run(RULES, example).detail()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            milestones: [ { key: A-1, sttus: DONE } ] | unknown-field | 36 | Did you mean status?
            milestones: [ { key: A-1, status: FINISHED } ] | unknown-status | 44 | PLANNED, IN_PROGRESS, BLOCKED, DONE, CANCELLED
            milestones: [ { key: A-1, due: 2026-13 } ] | wrong-value | 41 | due "2026-13" is not a date
            milestones: [ { key: A-1, due: 2026-02-30 } ] | wrong-value | 41 | write 2025-12-01, 2026-09, 2026-Q3 or 2026
            milestones: [ { key: A-1, due: [ 2026 ] } ] | wrong-shape | 41 | one value
            milestones: [ { key: A-1, progress: 101 } ] | wrong-value | 46 | from 0 to 100
            milestones: [ { key: A-1 }, { key: A-1 } ] | duplicate-key | 38 | a key of its own
            milestones: [ { title: Nameless } ] | missing-field | 24 | "key" is missing
            milestones: [ { key: A-1, key: A-2 } ] | field-twice | 36 | a second time
            milestones: { key: A-1 } | wrong-shape | 22 | is a list
            milestones: [ A-1 ] | wrong-shape | 24 | write fields here
            milestons: [ ] | unknown-field | 10 | Did you mean milestones?
            participants: [ { milestone: A-9, jurisdiction: US } ] | unknown-key | 39 | "A-9" is not given in this case
            participants: [ { milestone: A-9, jurisdiction: USA } ] | wrong-value | 58 | two capital letters
            observations: [ { indicator: output, value: many } ] | unknown-key | 39 | "output" is not given in this case
            restrictions: [ { key: r, kind: SANCTIONS } ] | unknown-kind | 42 | Did you mean SANCTION?
            roadmap: { zone: Moscow } | wrong-value | 27 | Europe/Moscow
            milestones: [ &a { key: A-1 } ] | not-allowed | 24 | anchors
            milestones: [ !!java.net.URL { key: A-1 } ] | not-allowed | 24 | Tags
            milestones: [ { key: A-1 } | not-yaml | 5 | This is not YAML
            """)
    void a_mistake_is_said_at_its_place(String given, String code, int column, String sentence) {
        RuleProblem problem = read(START + "    given:\n         " + given + "\n    expect: []\n").problems().stream()
                .filter(p -> p.message().contains(sentence))
                .findFirst()
                .orElseThrow();

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.path()).isEqualTo("plan/no-owner.cases.yaml");
        assertThat(problem.column()).isEqualTo(column);
        assertThat(problem.endColumn()).isGreaterThan(problem.column());
        assertThat(problem.line()).isEqualTo(code.equals("not-yaml") ? 7 : 6);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule: plan/no-ownr\\ncases: [ { name: a, as-of: 2026-01-01, given: {}, expect: [] } ] | unknown-rule | Did you mean plan/no-owner?
            cases: [ { name: a, as-of: 2026-01-01, given: {}, expect: [] } ] | missing-field | "rule" is missing
            rule: plan/no-owner | missing-field | write at least one case
            rule: plan/no-owner\\ncases: [ { as-of: 2026-01-01, given: {}, expect: [] } ] | missing-field | "name" is missing
            rule: plan/no-owner\\ncases: [ { name: a, given: {}, expect: [] } ] | missing-field | "as-of" is missing
            rule: plan/no-owner\\ncases: [ { name: a, as-of: tomorrow, given: {}, expect: [] } ] | wrong-value | is not a day
            rule: plan/no-owner\\ncases: [ { name: a, as-of: 2026-01-01, expect: [] } ] | missing-field | "given" is missing
            rule: plan/no-owner\\ncases: [ { name: a, as-of: 2026-01-01, given: {} } ] | missing-field | "expect" is missing
            rule: plan/no-owner\\ncases: [ { name: a, as-of: 2026-01-01, given: {}, expect: [ { subject: A-1 } ] } ] | unknown-subject | nor its roadmap
            rule: plan/no-owner\\ncases: [ { name: a, as-of: 2026-01-01, given: {}, expect: [ { subject: MAP, severity: BAD } ] } ] | unknown-severity | LOW, MEDIUM, HIGH, CRITICAL
            rule: plan/no-owner\\n---\\nrule: plan/no-owner | not-allowed | one document
            just a sentence | wrong-shape | write fields here
            """)
    void a_mistake_in_the_frame_of_a_case_is_said(String text, String code, String sentence) {
        CaseFiles files = read(text.replace("\\n", "\n"));

        assertThat(files.cases()).isEmpty();
        assertThat(files.problems())
                .anyMatch(p -> p.code().equals(code) && p.message().contains(sentence));
    }

    @Test
    void two_cases_of_a_file_have_two_names() {
        String text = START + "    given: {}\n    expect: []\n";

        CaseFiles files = read(text + text.substring(text.indexOf("  - name")));

        assertThat(files.cases()).hasSize(1);
        assertThat(files.problems()).extracting(RuleProblem::code).containsExactly("duplicate-name");
        assertThat(files.problems().get(0).line()).isEqualTo(7);
    }

    @Test
    void all_mistakes_of_a_file_are_said_at_once_and_its_other_cases_are_kept() {
        CaseFiles files = read("""
                rule: plan/no-owner
                cases:
                  - { name: bad, as-of: 2026-1-1, given: { milestones: [ { key: A-1, ownr: x, status: OPEN } ] }, expect: [] }
                  - { name: good, as-of: 2026-01-01, given: {}, expect: [] }
                """);

        assertThat(files.problems())
                .extracting(RuleProblem::code)
                .containsExactly("wrong-value", "unknown-field", "unknown-status");
        assertThat(files.cases()).extracting(RuleCase::name).containsExactly("good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing but a remark\n",
                "\u0007",
                "- - - - - - - - - - - - - - - - x",
                "a: {{{{{{{{{{{{{{{{{{"
            })
    void no_text_is_too_strange(String text) {
        assertThat(read(text).problems()).isNotEmpty();
    }

    @Test
    void a_file_of_brackets_or_of_megabytes_is_refused_without_harm() {
        assertThat(read("a: " + "[".repeat(200_000)).problems())
                .extracting(RuleProblem::code)
                .containsExactly("not-allowed");
        assertThat(read("x".repeat(2_000_000)).problems())
                .extracting(RuleProblem::code)
                .containsExactly("too-long");
    }

    private static RuleCase one(String rest) {
        CaseFiles files = read(START + rest);
        assertThat(files.problems()).isEmpty();
        return files.cases().get(0);
    }

    private static CaseFiles read(String text) {
        return CaseFiles.read(List.of(new RuleFile("plan/no-owner.cases.yaml", text)), RULES);
    }
}

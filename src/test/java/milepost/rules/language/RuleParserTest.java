package milepost.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleParserTest {
    private static final Vocabulary VOCABULARY = new Vocabulary();
    private static final String HEAD = """
            package milepost.rules;
            import milepost.facts.*;
            global Findings findings;
            rule "plan/sample" @severity( HIGH )
            when
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    $m : Milstone( open )                    | unknown-fact      | 6 | 6  | 14 | Milestone
                    $m : Milestone( open, progres < 60 )     | unknown-property  | 6 | 23 | 30 | progress
                    $m : Milestone( status == "DONE" )       | type-mismatch     | 6 | 27 | 33 |
                    $m : Milestone( status == Status.DNE )   | unknown-constant  | 6 | 34 | 37 | DONE
                    $m : Milestone( due.last < $d )          | unknown-name      | 6 | 28 | 30 |
                    $m : Milestone( title matches "(" )      | regular-expression| 6 | 31 | 34 |
                    $m : Milestone( progress > "abc" )       | type-mismatch     | 6 | 28 | 33 |
                    $m : Milestone( getClass() != null )     | unknown-property  | 6 | 17 | 25 |
                    $m : Milestone( open                     | unclosed          | 6 | 15 | 16 |
                    $m : Milestone( title == "x )            | unclosed-string   | 6 | 26 | 30 |
                    eval( true ) $m : Milestone()            | syntax            | 6 | 1  | 5  |
                    $m : Milestone() $m : Milestone()        | bound-twice       | 6 | 18 | 20 |
                    """)
    void a_mistake_is_shown_at_its_place(String when, String code, int line, int column, int endColumn, String fix) {
        RuleProblem first =
                parse(rule(when, "findings.report( $m, \"late\" );")).problems().get(0);

        assertThat(first.code()).as(first.message()).isEqualTo(code.trim());
        assertThat(first.line()).isEqualTo(line);
        assertThat(first.column()).isEqualTo(column);
        assertThat(first.endColumn()).isEqualTo(endColumn);
        assertThat(first.fix()).isEqualTo(fix == null ? null : fix.trim());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    System.exit( 1 );                                     | consequence
                    findings.report( $m, "a" ); findings.report( $m, "b" );| two-reports
                    findings.report( "REE-1", "a" );                      | subject
                    findings.report( $m, $m.getClass().getName() );       | unknown-property
                    findings.rport( $m, "a" );                            | unknown-method
                    String text = "a";                                    | no-report
                    new Thread().start();                                 | consequence
                    insert( $m );                                         | consequence
                    findings.report( $m, "a\\u0022" );                     | escape
                    while( true ) { }                                     | consequence
                    """)
    void a_rule_can_only_report(String then, String code) {
        assertThat(parse(rule("$m : Milestone( open )", then)).problems())
                .extracting(RuleProblem::code)
                .contains(code);
    }

    @Test
    void both_mistakes_of_a_file_are_told() {
        String second =
                rule("$m : Milestone( open )", "findings.rport( $m, \"x\" );").substring(HEAD.indexOf("rule \""));
        String both = rule("$m : Milestone( opn )", "findings.report( $m, \"x\" );")
                + second.replace("plan/sample", "plan/other");

        assertThat(parse(both).problems())
                .extracting(RuleProblem::code)
                .containsExactly("unknown-property", "unknown-method");
    }

    @Test
    void a_rule_has_no_salience() {
        String text = rule("$m : Milestone( open )", "findings.report( $m, \"x\" );")
                .replace("when\n", "salience 10\nwhen\n");

        assertThat(parse(text).problems()).extracting(RuleProblem::code).containsExactly("attribute");
    }

    @Test
    void no_text_makes_the_parser_fail() {
        Random random = new Random(20251201);
        String text = rule("$m : Milestone( open, progress > 40 && < 60 )", "findings.report( $m, \"x\" + $m.due() );");
        String alphabet = "(){}[];:.,\"'\\$@!<>=&|+-*/%? \nabzA09\u00e9\u202e";
        for (int i = 0; i < 3_000; i++) {
            StringBuilder changed = new StringBuilder(text);
            for (int k = random.nextInt(4) + 1; k > 0; k--) {
                int at = random.nextInt(changed.length());
                changed.setCharAt(at, alphabet.charAt(random.nextInt(alphabet.length())));
            }
            parse(changed.toString());
        }
    }

    private static ParsedRules parse(String text) {
        return new RuleParser(VOCABULARY).parse(List.of(new RuleFile("plan/sample.drl", text)));
    }

    private static String rule(String when, String then) {
        return HEAD + when + "\nthen\n" + then + "\nend\n";
    }
}

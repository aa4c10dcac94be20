package milepost.web.author.draft;

import java.util.Arrays;
import java.util.List;
import milepost.facts.Severity;
import milepost.rules.book.RuleFiles;
import milepost.rules.language.RuleFile;
import org.jspecify.annotations.Nullable;

/**
 * What the form for a new rule holds.
 *
 * @param error what is wrong with the key
 */
public record NewRuleForm(
        String key, String title, String severity, @Nullable String error) {

    static final NewRuleForm EMPTY = new NewRuleForm("", "", Severity.MEDIUM.name(), null);

    /** The severities to choose from. */
    public List<Severity> severities() {
        return Arrays.asList(Severity.values());
    }

    NewRuleForm refused(String message) {
        return new NewRuleForm(key, title, severity, message);
    }

    boolean wellFormed() {
        return RuleFiles.allows(key + RuleFile.RULE);
    }

    /** A rule to begin with; it compiles and reports every open milestone without an owner. */
    String rule() {
        String named = title.isBlank() ? key.substring(key.indexOf('/') + 1).replace('-', ' ') : title.strip();
        return """
                package milepost.rules;
                import milepost.facts.*;

                global Findings findings;

                rule "%s"
                    @title( "%s" )
                    @severity( %s )
                    @owner( "programme office" )
                    @why( "Say why it matters." )
                    @remedy( "Say what to do about it." )
                when
                    $m : Milestone( open, owner == null )
                then
                    findings.report( $m, $m.key() + " has no owner" );
                end
                """.formatted(key, named.replace("\\", "").replace("\"", "'"), severity);
    }

    /** Two cases to begin with: one in which the rule reports and one in which it is silent. */
    String cases() {
        return """
                rule: %s
                cases:
                  - name: an open milestone without an owner
                    as-of: 2026-01-15
                    given:
                      milestones: [ { key: M-1 } ]
                    expect:
                      - { subject: M-1, message: "M-1 has no owner" }
                  - name: an owner is named
                    as-of: 2026-01-15
                    given:
                      milestones: [ { key: M-1, owner: K. Osei } ]
                    expect: []
                """.formatted(key);
    }
}

package milepost.rules.book;

/** Small rules for tests. */
public final class Rules {
    private Rules() {}

    /** One rule, {@code plan/late}, of this severity, with its cases. */
    public static RuleFiles files(String severity) {
        return with(RuleFiles.NONE, "plan/late", severity);
    }

    /** These files with another such rule and its cases. */
    public static RuleFiles with(RuleFiles files, String key, String severity) {
        return files.with(key + ".drl", rule(key, severity)).with(key + ".cases.yaml", cases(key));
    }

    /** A case in which such a rule reports and one in which it is silent. */
    public static String cases(String key) {
        return """
                rule: %s
                cases:
                  - name: late
                    as-of: 2026-01-02
                    given: { milestones: [ { key: A-1, due: 2026-01-01 } ] }
                    expect: [ { subject: A-1 } ]
                  - name: in time
                    as-of: 2026-01-01
                    given: { milestones: [ { key: A-1, due: 2026-01-01 } ] }
                    expect: []
                """.formatted(key);
    }

    /** A rule that reports every milestone whose due date has passed. */
    public static String rule(String key, String severity) {
        return """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;
                rule "%s"
                    @title( "Late" )
                    @severity( %s )
                when
                    AsOf( $today : date )
                    $m : Milestone( due != null, due.last < $today )
                then
                    findings.report( $m, "Due " + $m.due() );
                end
                """.formatted(key, severity);
    }
}

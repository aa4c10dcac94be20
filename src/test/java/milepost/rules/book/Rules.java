package milepost.rules.book;

/** Small rules for tests. */
public final class Rules {
    private Rules() {}

    /** One rule, {@code plan/late}, of this severity. */
    public static RuleFiles files(String severity) {
        return RuleFiles.NONE.with("plan/late.drl", rule("plan/late", severity));
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

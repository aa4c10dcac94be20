package milepost.foresight;

import java.util.ArrayList;
import java.util.List;
import milepost.rules.language.RuleFile;

/** Rules that cannot be evaluated on the twentieth of a month. */
public final class Failing {
    /** So many rules may fail before the whole evaluation has. */
    private static final int ENDURED = 16;

    private Failing() {}

    /** So many that the evaluation of that day fails. */
    public static List<RuleFile> tooMany() {
        List<RuleFile> files = new ArrayList<>();
        for (int i = 0; i <= ENDURED; i++) {
            files.add(file("test/fails-" + i));
        }
        return files;
    }

    /** One of them, which is set aside from that day on. */
    public static RuleFile file(String key) {
        return new RuleFile(key + ".drl", """
                package milepost.rules;
                import milepost.facts.*;
                global Findings findings;

                rule "%s"
                    @severity( LOW )
                when
                    AsOf( $today : date )
                    $m : Milestone( key == "REE-1", 10 / ( $today.dayOfMonth - 20 ) > 99 )
                then
                    findings.report( $m, "x" );
                end
                """.formatted(key));
    }
}

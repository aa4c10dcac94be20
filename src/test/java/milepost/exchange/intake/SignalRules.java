package milepost.exchange.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.rules.language.RuleFile;

/** Rules on imported values that are known to tell something; a month is 30.4375 days. */
final class SignalRules {
    private record Signal(int points, String conditions) {}

    private static final String RATED = "Attribute( milestone == $key, name == \"rating\", on == $today, number >= ";
    private static final String DUE =
            "Attribute( $key : milestone, name == \"end date\", on == $today, date != null, date.last ";

    private static final Map<String, Signal> SIGNALS = Map.of(
            "signal/near-and-amber", new Signal(2, DUE + "<= $today.plusDays( 1095 ) )\n    " + RATED + "2 )"),
            "signal/five-years-and-red", new Signal(2, DUE + "<= $today.plusDays( 1826 ) )\n    " + RATED + "3 )"),
            "signal/half-year-and-amber", new Signal(2, DUE + "<= $today.plusDays( 182 ) )\n    " + RATED + "2 )"),
            "signal/far-away", new Signal(-1, DUE + ">= $today.plusDays( 2922 ) )"),
            "signal/well-under-way",
                    new Signal(
                            1,
                            "Attribute( $key : milestone, name == \"start date\", on == $today, date != null, "
                                    + "date.last <= $today.minusDays( 731 ), date.last >= $today.minusDays( 1826 ) )"),
            "signal/underspent",
                    new Signal(
                            1,
                            "Attribute( $key : milestone, name == \"year baseline\", on == $today, number > 0, $b : number )\n"
                                    + "    Attribute( milestone == $key, name == \"year forecast\", on == $today, "
                                    + "number <= $b * 0.85, number >= $b * 0.5 )"),
            "signal/moved-a-little",
                    new Signal(
                            1,
                            DUE + "<= $today.plusDays( 1826 ), movedDays > 0, movedDays <= 365, "
                                    + "formerOn >= $today.minusDays( 366 ) )"));

    private SignalRules() {}

    static int points(String rule) {
        return SIGNALS.get(rule).points();
    }

    static List<RuleFile> files() {
        List<RuleFile> files = new ArrayList<>();
        SIGNALS.forEach((key, signal) ->
                files.add(new RuleFile(key + ".drl", """
                package milepost.rules;
                import milepost.facts.*;

                global Findings findings;

                rule "%s"
                    @severity( LOW )
                when
                    AsOf( $today : date )
                    %s
                    $m : Milestone( key == $key )
                then
                    findings.report( $m, "%d points" );
                end
                """.formatted(key, signal.conditions(), signal.points()))));
        return files;
    }
}

package milepost;

import java.util.Objects;
import milepost.access.AcceptLimits;
import milepost.facts.Problem;
import milepost.flags.decision.TriagePolicy;
import milepost.roadmap.inbox.Cadence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What people who work with a server may do. */
final class Strictness {
    @Mixin
    private SlipOption slips = new SlipOption();

    @Mixin
    private TwoPersonsOption twoPersons = new TwoPersonsOption();

    @Option(
            names = "--accept-limit",
            paramLabel = "ROLE=SEVERITY",
            defaultValue = "${env:MILEPOST_ACCEPT_LIMIT:-}",
            description = "Worst severity that a role may accept, call false or lower, such as MANAGER=HIGH; more after"
                    + " commas. Also MILEPOST_ACCEPT_LIMIT. Default: no limit.")
    private String acceptLimit = "";

    @Option(
            names = "--accept-months",
            paramLabel = "MONTHS",
            defaultValue = "${env:MILEPOST_ACCEPT_MONTHS:-6}",
            description =
                    "How many months ahead a flag may be accepted, 1 to 60. Also MILEPOST_ACCEPT_MONTHS. Default: 6.")
    private int acceptMonths = 6;

    @Option(
            names = "--flood-limit",
            paramLabel = "FLAGS",
            defaultValue = "${env:MILEPOST_FLOOD_LIMIT:-50}",
            description = "How many flags one rule may raise at once before the list shows them as one."
                    + " Also MILEPOST_FLOOD_LIMIT. Default: 50.")
    private int flood = 50;

    @Option(
            names = "--report-days",
            paramLabel = "SEVERITY=DAYS",
            defaultValue = "${env:MILEPOST_REPORT_DAYS:-CRITICAL=7,HIGH=14,ELSE=30}",
            description = "After how many days a milestone is to be reported about again, by the worst of its flags."
                    + " Also MILEPOST_REPORT_DAYS. Default: CRITICAL=7,HIGH=14,ELSE=30.")
    private String reportDays = "CRITICAL=7,HIGH=14,ELSE=30";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    App.Policy policy() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        if (acceptMonths < 1 || acceptMonths > 60) {
            throw new ParameterException(command, "--accept-months takes a whole number from 1 to 60.");
        }
        if (flood < 1) {
            throw new ParameterException(command, "--flood-limit takes a whole number from 1.");
        }
        return new App.Policy(
                twoPersons.demanded(),
                limits(command),
                new TriagePolicy(acceptMonths, flood),
                slips.limit(),
                cadence(command));
    }

    private AcceptLimits limits(CommandLine command) {
        try {
            return AcceptLimits.of(acceptLimit);
        } catch (Problem wrong) {
            throw new ParameterException(command, "--accept-limit: " + wrong.getMessage());
        }
    }

    private Cadence cadence(CommandLine command) {
        try {
            return Cadence.of(reportDays);
        } catch (Problem wrong) {
            throw new ParameterException(command, "--report-days: " + wrong.getMessage());
        }
    }
}

package milepost;

import milepost.facts.Problem;
import milepost.roadmap.SlipLimit;
import picocli.CommandLine.Option;

/** How far a due date may be moved without saying why. */
final class SlipOption {
    @Option(
            names = "--slip-limit",
            paramLabel = "DAYS",
            defaultValue = "${env:MILEPOST_SLIP_LIMIT:-30}",
            description =
                    "Moving a due date by more than DAYS, or to more than DAYS after the first promise, needs a reason. "
                            + "Also MILEPOST_SLIP_LIMIT. Default: 30.")
    private int slipLimit = SlipLimit.USUAL.days();

    SlipLimit limit() {
        if (slipLimit < 0 || slipLimit > SlipLimit.LONGEST) {
            throw new Problem(
                    Problem.Kind.INVALID,
                    "--slip-limit must be a number of days from 0 to " + SlipLimit.LONGEST + ", not " + slipLimit
                            + ".");
        }
        return new SlipLimit(slipLimit);
    }
}

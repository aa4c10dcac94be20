package milepost;

import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import milepost.foresight.Backtest;
import milepost.foresight.Backtests;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Holds rules against recorded history. */
@Command(
        name = "backtest",
        description =
                "Runs rules over the recorded history of a roadmap without hindsight and holds them against what happened next.",
        mixinStandardHelpOptions = true)
final class BacktestCommand implements Callable<Integer> {
    @Mixin
    private Settings settings = new Settings();

    @Mixin
    private Output output = new Output();

    @Option(names = "--roadmap", required = true, paramLabel = "KEY", description = "The roadmap.")
    private String roadmap = "";

    @Option(names = "--from", paramLabel = "DATE", description = "First day to look at. Default: the first recorded.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day to look at. Default: the last recorded.")
    private @Nullable LocalDate to;

    @Option(
            names = "--outcome",
            paramLabel = "OUTCOME",
            defaultValue = Backtests.OUTCOME,
            description =
                    "What counts as having gone wrong: slip>6mo, the end date moved by more than six months by the next"
                            + " day on which the record changed. Default: slip>6mo.")
    private String outcome = Backtests.OUTCOME;

    @Override
    public Integer call() {
        try (App app = settings.openExisting()) {
            Backtest backtest = Backtests.run(
                    app.roadmaps(),
                    app.findNamed().orElseGet(app::ruleset),
                    roadmap,
                    new Backtests.Asked(from, to, outcome));
            if (output.json()) {
                Output.print(backtest);
            } else {
                print(backtest);
            }
            return 0;
        }
    }

    private static void print(Backtest backtest) {
        System.out.println(
                backtest.roadmap() + ", ruleset " + backtest.ruleset() + ", outcome " + backtest.outcome() + ": "
                        + backtest.rows() + " rows, " + backtest.positives() + " went wrong, " + backtest.unknown()
                        + " cannot be known");
        System.out.printf("%-12s %6s %8s %6s%n", "day", "rows", "flagged", "wrong");
        backtest.days()
                .forEach(d -> System.out.printf(
                        "%-12s %6d %8d %6d%s%n",
                        d.day(),
                        d.rows(),
                        d.flagged(),
                        d.positives(),
                        d.setAside() > 0 ? "  " + d.setAside() + " rules failed" : ""));
        System.out.printf(
                "%-44s %6s %8s %6s %9s %6s %9s%n",
                "rule", "points", "reported", "right", "precision", "recall", "lead days");
        backtest.rules()
                .forEach(r -> System.out.printf(
                        "%-44s %+6d %8d %6d %9s %6s %9s%n",
                        r.rule(),
                        r.points(),
                        r.reported(),
                        r.right(),
                        number("%.2f", r.precision()),
                        number("%.2f", r.recall()),
                        number("%.0f", r.leadDays())));
        print(backtest, backtest.points());
        print(backtest, backtest.baseline());
    }

    private static void print(Backtest backtest, Backtest.Ranking ranking) {
        System.out.println(
                "AUC by " + ranking.by() + ": " + number("%.3f", ranking.auc()) + " on " + backtest.rows() + " rows");
    }

    private static String number(String form, @Nullable Double number) {
        return number == null ? "-" : String.format(Locale.ROOT, form, number);
    }
}

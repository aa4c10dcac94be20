package milepost.web.officer.exchange;

import java.util.Locale;
import milepost.exchange.work.Stage;
import milepost.exchange.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * The page while something is worked out of a file.
 *
 * @param here this page with what it shall tell in the end
 * @param total 0 when the steps cannot be counted
 * @param importing whether it is stored, and not only looked at
 * @param stopping whether it ends before its next step
 * @param notice what happened before; null for nothing
 */
public record WorkingView(
        String file,
        String address,
        String here,
        String again,
        String sentence,
        int done,
        int total,
        String taken,
        boolean importing,
        boolean stopping,
        @Nullable String notice) {

    static WorkingView of(Upload upload, String here, Runs.Run run, @Nullable String notice) {
        Work.Progress progress = run.work().progress();
        boolean counted = progress.total() > 0;
        return new WorkingView(
                upload.file() + ", " + upload.size(),
                upload.address(),
                here,
                upload.again(),
                sentence(progress.stage()) + (counted ? rows(progress) : ""),
                Math.min(progress.done(), progress.total()),
                progress.total(),
                progress.taken().toSeconds() + " s",
                run.carry() != null,
                run.work().stopping(),
                notice);
    }

    public String title() {
        if (stopping) {
            return "Stopping";
        }
        return importing ? "Importing" : "Reading the file";
    }

    private static String sentence(Stage stage) {
        return switch (stage) {
            case WAITING -> "Other files come first";
            case READING -> "Reading the file";
            case COMPARING -> "Comparing rows with what is recorded";
            case STORING -> "Storing";
            case EVALUATING -> "Evaluating the rules";
            case FLAGGING -> "Writing flags";
        };
    }

    private static String rows(Work.Progress progress) {
        return String.format(Locale.ROOT, ": %,d of %,d", progress.done(), progress.total());
    }
}

package milepost.web.api.http;

import io.javalin.http.Context;

/** The preference of a request to be answered at once, with where to ask how far its work has come. */
public final class RespondAsync {
    private static final String NAME = "respond-async";

    private RespondAsync() {}

    public static boolean asked(Context ctx) {
        return DryRun.preferred(ctx, NAME);
    }

    /** Says in the answer that the work goes on. */
    public static void applied(Context ctx) {
        ctx.header("Preference-Applied", DryRun.asked(ctx) ? "dry-run, " + NAME : NAME);
    }
}

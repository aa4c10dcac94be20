package milepost.web.api.http;

import io.javalin.http.Context;
import java.util.Arrays;

/** The preference of a request to be answered as if it were carried out, with nothing stored. */
public final class DryRun {
    private static final String NAME = "dry-run";

    private DryRun() {}

    /** Whether nothing shall be stored. */
    public static boolean asked(Context ctx) {
        return preferred(ctx, NAME);
    }

    static boolean preferred(Context ctx, String name) {
        String prefer = ctx.header("Prefer");
        return prefer != null
                && Arrays.stream(prefer.split("[,;]")).anyMatch(p -> p.strip().equalsIgnoreCase(name));
    }

    /** Says in the answer that nothing was stored. */
    public static void applied(Context ctx) {
        ctx.header("Preference-Applied", NAME);
    }
}

package milepost.web.api.facts;

import io.javalin.http.Context;
import java.util.Objects;

/**
 * Which roadmap, and for observations which indicator, an address speaks of.
 *
 * @param indicator empty where the address names none
 */
record Place(String roadmap, String indicator) {
    static Place of(Context ctx) {
        return new Place(
                ctx.pathParam("roadmap"),
                Objects.requireNonNullElse(ctx.pathParamMap().get("indicator"), ""));
    }
}

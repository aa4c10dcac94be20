package milepost.web.api.flags;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.ZoneId;
import milepost.facts.Problem;
import milepost.foresight.Forecast;
import milepost.foresight.Forecasts;
import milepost.web.api.http.Asked;
import milepost.web.api.http.ETags;
import milepost.web.api.http.Json;
import milepost.web.api.http.Parameters;
import milepost.web.api.http.Refusal;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;

/** What will happen to the flags of a roadmap, over HTTP. */
public final class ForecastApi {
    private static final String UNTIL = "until";

    private final Parts parts;
    private final Forecasts forecasts;

    public ForecastApi(Parts parts) {
        this.parts = parts;
        this.forecasts = new Forecasts(parts.roadmaps(), parts.flags(), parts.ruleset());
    }

    public void show(Context ctx) {
        Parameters query = Parameters.of(ctx, UNTIL, Asked.AS_OF, Asked.KNOWN_AT);
        Asked asked = Asked.of(query, parts.clock().instant());
        String key = ctx.pathParam("roadmap");
        ETags.answer(ctx, null, Json.of(forecast(key, asked, query.day(UNTIL))));
    }

    /** From today with what people have decided; from another day with what the rules find there; of an earlier record as it was then. */
    private Forecast forecast(String key, Asked asked, @Nullable LocalDate wanted) {
        ZoneId zone = parts.roadmaps().snapshot(key).roadmap().zone();
        LocalDate from = asked.day(zone);
        LocalDate until = wanted == null ? from.plusYears(1) : wanted;
        try {
            if (asked.knownAt() != null) {
                return forecasts.then(parts.archive().then(key, asked.knownAt()), from, until);
            }
            return asked.any() ? forecasts.from(key, from, until) : forecasts.ahead(key, from, until);
        } catch (Problem refused) {
            if (refused.kind() != Problem.Kind.INVALID) {
                throw refused;
            }
            throw Refusal.parameter(UNTIL, refused.fields().get(0).message());
        }
    }
}

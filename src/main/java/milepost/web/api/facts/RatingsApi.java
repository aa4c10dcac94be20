package milepost.web.api.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.Confidence;
import milepost.facts.Rating;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Managers' judgements in JSON. */
public final class RatingsApi implements Shape<Rating> {
    private RatingsApi() {}

    public static FactsApi<Rating> on(Parts parts) {
        return new FactsApi<>(parts, new RatingsApi());
    }

    @Override
    public Class<Rating> type() {
        return Rating.class;
    }

    @Override
    public String noun() {
        return "rating";
    }

    @Override
    public List<Rating> of(Snapshot snapshot, Place place) {
        return snapshot.ratings();
    }

    @Override
    public String key(Rating rating) {
        return rating.key();
    }

    @Override
    public Recorded recorded(Rating rating) {
        return rating.recorded();
    }

    @Override
    public boolean happened(Rating rating, AsSeen seen) {
        return !rating.date().isAfter(seen.day());
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        LocalDate date = in.day("date");
        Confidence level = in.optionalOneOf("level", Confidence.class);
        if (level == null) {
            in.error("level", "Send one of GREEN, AMBER_GREEN, AMBER, AMBER_RED, RED.");
        }
        Rating rating = new Rating(
                in.text("key"),
                in.optionalText("milestone"),
                level == null ? Confidence.AMBER : level,
                date == null ? LocalDate.EPOCH : date,
                in.text("commentary"),
                in.optionalText("plan"),
                in.optionalText("responsible"),
                in.optionalDay("reviewOn"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(rating.key(), new Edit.Put(rating));
    }
}

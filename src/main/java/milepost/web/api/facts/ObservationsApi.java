package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import milepost.facts.Observation;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Observations in JSON. */
public final class ObservationsApi implements Shape<Observation> {
    private ObservationsApi() {}

    public static FactsApi<Observation> on(Parts parts) {
        return new FactsApi<>(parts, new ObservationsApi());
    }

    @Override
    public Class<Observation> type() {
        return Observation.class;
    }

    @Override
    public String noun() {
        return "observation";
    }

    @Override
    public List<Observation> of(Snapshot snapshot, Place place) {
        return snapshot.observations().stream()
                .filter(o -> o.indicator().equals(place.indicator()))
                .toList();
    }

    @Override
    public String key(Observation observation) {
        return observation.key();
    }

    @Override
    public Recorded recorded(Observation observation) {
        return observation.recorded();
    }

    @Override
    public Set<String> given() {
        return Set.of("indicator", "version", "updatedAt", "updatedBy");
    }

    @Override
    public boolean happened(Observation observation, AsSeen seen) {
        return observation.date() == null || !observation.date().first().isAfter(seen.day());
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        Observation observation = new Observation(
                in.text("key"),
                place.indicator(),
                in.optionalPeriod("date"),
                in.number("value"),
                in.optionalText("note"),
                in.optionalSource("source"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(observation.key(), new Edit.Put(observation));
    }
}

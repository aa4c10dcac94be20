package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import milepost.facts.Indicator;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.SubjectKind;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Indicators in JSON. */
public final class IndicatorsApi implements Shape<Indicator> {
    private IndicatorsApi() {}

    public static FactsApi<Indicator> on(Parts parts) {
        return new FactsApi<>(parts, new IndicatorsApi());
    }

    @Override
    public Class<Indicator> type() {
        return Indicator.class;
    }

    @Override
    public String noun() {
        return "indicator";
    }

    @Override
    public List<Indicator> of(Snapshot snapshot, Place place) {
        return snapshot.indicators();
    }

    @Override
    public String key(Indicator indicator) {
        return indicator.key();
    }

    @Override
    public Recorded recorded(Indicator indicator) {
        return indicator.recorded();
    }

    @Override
    public Optional<SubjectKind> findSubject() {
        return Optional.of(SubjectKind.INDICATOR);
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        Indicator indicator = new Indicator(
                in.text("key"),
                in.text("title"),
                in.optionalText("stage"),
                in.text("unit"),
                in.optionalNumber("target"),
                in.optionalText("note"),
                in.optionalSource("source"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(indicator.key(), new Edit.Put(indicator));
    }
}

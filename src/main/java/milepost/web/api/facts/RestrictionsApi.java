package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import milepost.facts.Recorded;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Restrictions in JSON. */
public final class RestrictionsApi implements Shape<Restriction> {
    private RestrictionsApi() {}

    public static FactsApi<Restriction> on(Parts parts) {
        return new FactsApi<>(parts, new RestrictionsApi());
    }

    @Override
    public Class<Restriction> type() {
        return Restriction.class;
    }

    @Override
    public String noun() {
        return "restriction";
    }

    @Override
    public List<Restriction> of(Snapshot snapshot, Place place) {
        return snapshot.restrictions();
    }

    @Override
    public String key(Restriction restriction) {
        return restriction.key();
    }

    @Override
    public Recorded recorded(Restriction restriction) {
        return restriction.recorded();
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        Restriction restriction = new Restriction(
                in.text("key"),
                in.text("title"),
                in.oneOf("kind", RestrictionKind.class, RestrictionKind.OTHER),
                in.texts("imposedBy"),
                in.texts("targets"),
                in.optionalText("sector"),
                in.optionalDay("from"),
                in.optionalDay("to"),
                in.optionalText("note"),
                in.optionalSource("source"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(restriction.key(), new Edit.Put(restriction));
    }
}

package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import milepost.facts.Dependency;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;
import tools.jackson.databind.node.ObjectNode;

/** Dependencies in JSON. */
public final class DependenciesApi implements Shape<Dependency> {
    private DependenciesApi() {}

    public static FactsApi<Dependency> on(Parts parts) {
        return new FactsApi<>(parts, new DependenciesApi());
    }

    @Override
    public Class<Dependency> type() {
        return Dependency.class;
    }

    @Override
    public String noun() {
        return "dependency";
    }

    @Override
    public List<Dependency> of(Snapshot snapshot, Place place) {
        return snapshot.dependencies();
    }

    @Override
    public String key(Dependency dependency) {
        return dependency.predecessor() + ">" + dependency.successor();
    }

    @Override
    public Recorded recorded(Dependency dependency) {
        return dependency.recorded();
    }

    @Override
    public Set<String> given() {
        return Set.of("key", "version", "updatedAt", "updatedBy");
    }

    @Override
    public Set<String> fixed() {
        return Set.of("predecessor", "successor");
    }

    @Override
    public void complete(Dependency dependency, ObjectNode json) {
        json.put("key", key(dependency));
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        String predecessor = in.text("predecessor");
        String successor = in.text("successor");
        int lag = Objects.requireNonNullElse(in.optionalWhole("lagDays"), 0);
        Dependency dependency = new Dependency(predecessor, successor, lag, new Recorded(version, Instant.EPOCH, ""));
        return new Draft(key(dependency), new Edit.Put(dependency));
    }
}

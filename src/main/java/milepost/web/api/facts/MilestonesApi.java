package milepost.web.api.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import milepost.facts.Milestone;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.SubjectKind;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Milestones in JSON. */
public final class MilestonesApi implements Shape<Milestone> {
    private MilestonesApi() {}

    public static FactsApi<Milestone> on(Parts parts) {
        return new FactsApi<>(parts, new MilestonesApi());
    }

    @Override
    public Class<Milestone> type() {
        return Milestone.class;
    }

    @Override
    public String noun() {
        return "milestone";
    }

    @Override
    public List<Milestone> of(Snapshot snapshot, Place place) {
        return snapshot.milestones();
    }

    @Override
    public String key(Milestone milestone) {
        return milestone.key();
    }

    @Override
    public Recorded recorded(Milestone milestone) {
        return milestone.recorded();
    }

    @Override
    public String tag(Milestone milestone, Snapshot snapshot) {
        return milestone.recorded().version() + Attributes.tag(snapshot, milestone.key());
    }

    @Override
    public void extend(Milestone milestone, Snapshot snapshot, @Nullable LocalDate day, ObjectNode json) {
        Attributes.add(json, snapshot, milestone.key(), day);
    }

    @Override
    public List<Edit> gone(ObjectNode sent, ObjectNode before) {
        return Attributes.gone(sent, before);
    }

    @Override
    public Set<String> given() {
        return Set.of("baseline", "slips", "version", "updatedAt", "updatedBy");
    }

    @Override
    public Optional<SubjectKind> findSubject() {
        return Optional.of(SubjectKind.MILESTONE);
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        String key = in.text("key");
        List<Edit> edits = new ArrayList<>();
        edits.add(revision(in, key, version));
        edits.addAll(Attributes.read(in, key));
        return new Draft(key, edits);
    }

    private static Edit.MilestoneRevision revision(JsonReader in, String key, long version) {
        return new Edit.MilestoneRevision(
                key,
                version,
                in.text("title"),
                in.optionalText("description"),
                in.optionalText("stream"),
                in.optionalText("stage"),
                in.oneOf("status", Status.class, Status.PLANNED),
                in.optionalWhole("progress"),
                in.optionalPeriod("start"),
                in.optionalPeriod("due"),
                in.optionalPeriod("forecast"),
                in.optionalPeriod("completedOn"),
                in.optionalText("owner"),
                in.texts("requires"),
                in.sources("evidence"),
                in.optionalSource("source"));
    }
}

package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import milepost.facts.Participant;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Participants in JSON. */
public final class ParticipantsApi implements Shape<Participant> {
    private ParticipantsApi() {}

    public static FactsApi<Participant> on(Parts parts) {
        return new FactsApi<>(parts, new ParticipantsApi());
    }

    @Override
    public Class<Participant> type() {
        return Participant.class;
    }

    @Override
    public String noun() {
        return "participant";
    }

    @Override
    public List<Participant> of(Snapshot snapshot, Place place) {
        return snapshot.participants();
    }

    @Override
    public String key(Participant participant) {
        return participant.key();
    }

    @Override
    public Recorded recorded(Participant participant) {
        return participant.recorded();
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        Participant participant = new Participant(
                in.text("key"),
                in.text("milestone"),
                in.text("name"),
                in.text("jurisdiction"),
                in.optionalText("sector"),
                in.optionalText("role"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(participant.key(), new Edit.Put(participant));
    }
}

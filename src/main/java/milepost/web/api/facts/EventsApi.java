package milepost.web.api.facts;

import java.time.Instant;
import java.util.List;
import milepost.facts.Event;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Events in JSON. */
public final class EventsApi implements Shape<Event> {
    private EventsApi() {}

    public static FactsApi<Event> on(Parts parts) {
        return new FactsApi<>(parts, new EventsApi());
    }

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    @Override
    public String noun() {
        return "event";
    }

    @Override
    public List<Event> of(Snapshot snapshot, Place place) {
        return snapshot.events();
    }

    @Override
    public String key(Event event) {
        return event.key();
    }

    @Override
    public Recorded recorded(Event event) {
        return event.recorded();
    }

    @Override
    public boolean happened(Event event, AsSeen seen) {
        return !event.date().first().isAfter(seen.day());
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        Event event = new Event(
                in.text("key"),
                in.text("title"),
                in.period("date"),
                in.optionalText("description"),
                in.optionalSource("source"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(event.key(), new Edit.Put(event));
    }
}

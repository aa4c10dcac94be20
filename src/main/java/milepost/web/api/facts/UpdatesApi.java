package milepost.web.api.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import milepost.facts.ProgressUpdate;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.fact.Edit;
import milepost.web.api.http.JsonReader;
import milepost.web.layout.Parts;

/** Progress updates in JSON: they are added and read, never changed. */
public final class UpdatesApi implements Shape<ProgressUpdate> {
    private UpdatesApi() {}

    public static FactsApi<ProgressUpdate> on(Parts parts) {
        return new FactsApi<>(parts, new UpdatesApi());
    }

    @Override
    public Class<ProgressUpdate> type() {
        return ProgressUpdate.class;
    }

    @Override
    public String noun() {
        return "progress update";
    }

    @Override
    public List<ProgressUpdate> of(Snapshot snapshot, Place place) {
        return snapshot.updates();
    }

    @Override
    public String key(ProgressUpdate update) {
        return update.key();
    }

    @Override
    public Recorded recorded(ProgressUpdate update) {
        return update.recorded();
    }

    @Override
    public boolean happened(ProgressUpdate update, AsSeen seen) {
        return !update.date().isAfter(seen.day());
    }

    @Override
    public Draft read(JsonReader in, Place place, long version) {
        LocalDate date = in.optionalDay("date");
        if (date == null) {
            in.error("date", "Send the day it speaks of, such as 2026-11-23.");
        }
        ProgressUpdate update = new ProgressUpdate(
                in.text("key"),
                in.text("milestone"),
                date == null ? LocalDate.EPOCH : date,
                in.optionalWhole("progress"),
                in.optionalPeriod("forecast"),
                in.text("text"),
                in.optionalSource("source"),
                new Recorded(version, Instant.EPOCH, ""));
        return new Draft(update.key(), new Edit.Put(update));
    }
}

package milepost.exchange.intake.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import milepost.exchange.intake.reading.Words;
import milepost.facts.Milestone;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import org.jspecify.annotations.Nullable;

/** A milestone while a row changes it. */
public final class MilestoneDraft {
    final String key;
    String title;

    @Nullable String description;

    @Nullable String stream;

    @Nullable String stage;

    Status status = Status.PLANNED;

    @Nullable Integer progress;

    @Nullable TargetDate start;

    @Nullable TargetDate due;

    @Nullable TargetDate forecast;

    @Nullable TargetDate completedOn;

    @Nullable String owner;

    private List<String> requires = List.of();
    private List<Source> evidence = List.of();
    private @Nullable Source source;
    private long version;

    private MilestoneDraft(String key, String title) {
        this.key = key;
        this.title = title;
    }

    static MilestoneDraft of(String key, @Nullable Milestone m, String title) {
        MilestoneDraft draft = new MilestoneDraft(key, m == null ? Words.cut(title, 200) : m.title());
        if (m != null) {
            draft.description = m.description();
            draft.stream = m.stream();
            draft.stage = m.stage();
            draft.status = m.status();
            draft.progress = m.progress();
            draft.start = m.start();
            draft.due = m.due();
            draft.forecast = m.forecast();
            draft.completedOn = m.completedOn();
            draft.owner = m.owner();
            draft.requires = m.requires();
            draft.evidence = m.evidence();
            draft.source = m.source();
            draft.version = m.recorded().version();
        }
        return draft;
    }

    Edit.MilestoneRevision revision() {
        return new Edit.MilestoneRevision(
                key,
                version,
                title,
                description,
                stream,
                stage,
                status,
                progress,
                start,
                due,
                forecast,
                completedOn,
                owner,
                requires,
                evidence,
                source);
    }

    boolean differs(Milestone before) {
        return !differences(before).isEmpty();
    }

    List<PlannedRow.Difference> differences(@Nullable Milestone before) {
        Map<String, @Nullable Object> was =
                before == null ? Map.of() : of(before.key(), before, "").fields();
        List<PlannedRow.Difference> differences = new ArrayList<>();
        fields().forEach((field, now) -> {
            Object then = was.get(field);
            if (!Objects.equals(then, now)) {
                differences.add(new PlannedRow.Difference(field, text(then), text(now)));
            }
        });
        return differences;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("description", description);
        fields.put("stream", stream);
        fields.put("stage", stage);
        fields.put("status", status);
        fields.put("progress", progress);
        fields.put("start", start);
        fields.put("due", due);
        fields.put("forecast", forecast);
        fields.put("completed on", completedOn);
        fields.put("officer", owner);
        return fields;
    }
}

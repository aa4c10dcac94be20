package milepost;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import milepost.facts.Attribute;
import milepost.facts.Dependency;
import milepost.facts.Event;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Observation;
import milepost.facts.Participant;
import milepost.facts.Precision;
import milepost.facts.ProgressUpdate;
import milepost.facts.Recorded;
import milepost.facts.Restriction;
import milepost.facts.RestrictionKind;
import milepost.facts.Roadmap;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.TargetDate;

/** Builds the facts of a test, one sentence at a time. */
public final class Given {
    public static final Recorded RECORDED = new Recorded(1, Instant.parse("2025-11-04T09:00:00Z"), "tests");

    private final Roadmap roadmap = new Roadmap(
            "REE",
            "Rare-earth roadmap",
            null,
            "RU",
            null,
            null,
            null,
            ZoneId.of("Europe/Moscow"),
            List.of("reserves", "extraction", "processing", "demand"),
            RECORDED);
    private final List<Milestone> milestones = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Participant> participants = new ArrayList<>();
    private final List<Restriction> restrictions = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();
    private final List<ProgressUpdate> updates = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();

    /** A milestone with an owner, planned, without dates; the draft says what is different. */
    public Given milestone(String key, UnaryOperator<Draft> draft) {
        milestones.add(draft.apply(new Draft(key)).milestone());
        return this;
    }

    public Given dependency(String predecessor, String successor) {
        dependencies.add(new Dependency(predecessor, successor, 0, RECORDED));
        return this;
    }

    public Given participant(String milestone, String jurisdiction, String sector) {
        String key = milestone + "-" + jurisdiction;
        participants.add(
                new Participant(key, milestone, "Partner " + jurisdiction, jurisdiction, sector, null, RECORDED));
        return this;
    }

    public Given restriction(String key, RestrictionKind kind, String by, String target, String sector) {
        restrictions.add(new Restriction(
                key, key, kind, List.of(by.split(",")), List.of(target), sector, null, null, null, null, RECORDED));
        return this;
    }

    public Given indicator(String key, String stage) {
        indicators.add(new Indicator(key, key, stage, "t/year", null, null, null, RECORDED));
        return this;
    }

    public Given observation(String indicator, String date, String value) {
        TargetDate on = TargetDate.day(LocalDate.parse(date));
        observations.add(new Observation(indicator + date, indicator, on, new BigDecimal(value), null, null, RECORDED));
        return this;
    }

    public Given event(String key, String title, TargetDate date) {
        events.add(new Event(key, title, date, null, null, RECORDED));
        return this;
    }

    public Given report(String milestone, String date) {
        updates.add(new ProgressUpdate(
                milestone + date, milestone, LocalDate.parse(date), null, null, "report", null, RECORDED));
        return this;
    }

    public Snapshot snapshot() {
        return new Snapshot(
                roadmap,
                milestones,
                dependencies,
                participants,
                restrictions,
                indicators,
                observations,
                events,
                updates,
                attributes);
    }

    /** A milestone on its way to being one. */
    public static final class Draft {
        private final String key;
        private String title;
        private Status status = Status.PLANNED;
        private Integer progress;
        private TargetDate start;
        private TargetDate due;
        private TargetDate baseline;
        private TargetDate forecast;
        private TargetDate completedOn;
        private String owner = "K. Osei";
        private String stage;
        private List<String> requires = List.of();
        private int slips;

        private Draft(String key) {
            this.key = key;
            this.title = "Milestone " + key;
        }

        public Draft title(String value) {
            title = value;
            return this;
        }

        public Draft status(Status value) {
            status = value;
            return this;
        }

        public Draft progress(int value) {
            progress = value;
            return this;
        }

        public Draft start(String date) {
            start = TargetDate.day(LocalDate.parse(date));
            return this;
        }

        public Draft due(String date) {
            due = TargetDate.day(LocalDate.parse(date));
            baseline = baseline == null ? due : baseline;
            return this;
        }

        public Draft due(String anyDay, Precision precision) {
            due = TargetDate.of(LocalDate.parse(anyDay), precision);
            baseline = baseline == null ? due : baseline;
            return this;
        }

        public Draft done(String date) {
            status = Status.DONE;
            completedOn = TargetDate.day(LocalDate.parse(date));
            return this;
        }

        public Draft dueInYear(int year) {
            due = TargetDate.of(LocalDate.of(year, 1, 1), Precision.YEAR);
            baseline = due;
            return this;
        }

        public Draft forecast(String date) {
            forecast = TargetDate.day(LocalDate.parse(date));
            return this;
        }

        public Draft baseline(String date) {
            baseline = TargetDate.day(LocalDate.parse(date));
            return this;
        }

        public Draft slips(int value) {
            slips = value;
            return this;
        }

        public Draft owner(String value) {
            owner = value;
            return this;
        }

        public Draft stage(String value) {
            stage = value;
            return this;
        }

        public Draft requires(String... indicators) {
            requires = List.of(indicators);
            return this;
        }

        private Milestone milestone() {
            return new Milestone(
                    key,
                    title,
                    null,
                    null,
                    stage,
                    status,
                    progress,
                    start,
                    due,
                    baseline,
                    forecast,
                    completedOn,
                    owner,
                    requires,
                    List.of(),
                    null,
                    slips,
                    RECORDED);
        }
    }
}

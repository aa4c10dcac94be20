package milepost.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is recorded about one roadmap at one moment: the whole input of an evaluation besides the day. */
public record Snapshot(
        Roadmap roadmap,
        List<Milestone> milestones,
        List<Dependency> dependencies,
        List<Participant> participants,
        List<Restriction> restrictions,
        List<Indicator> indicators,
        List<Observation> observations,
        List<Event> events,
        List<ProgressUpdate> updates,
        List<Attribute> attributes,
        List<Rating> ratings) {

    public Snapshot {
        milestones = List.copyOf(milestones);
        dependencies = List.copyOf(dependencies);
        participants = List.copyOf(participants);
        restrictions = List.copyOf(restrictions);
        indicators = List.copyOf(indicators);
        observations = List.copyOf(observations);
        events = List.copyOf(events);
        updates = List.copyOf(updates);
        attributes = List.copyOf(attributes);
        ratings = List.copyOf(ratings);
    }

    /** The same without anyone's judgement. */
    public Snapshot(
            Roadmap roadmap,
            List<Milestone> milestones,
            List<Dependency> dependencies,
            List<Participant> participants,
            List<Restriction> restrictions,
            List<Indicator> indicators,
            List<Observation> observations,
            List<Event> events,
            List<ProgressUpdate> updates,
            List<Attribute> attributes) {
        this(
                roadmap,
                milestones,
                dependencies,
                participants,
                restrictions,
                indicators,
                observations,
                events,
                updates,
                attributes,
                List.of());
    }

    public Optional<Milestone> findMilestone(String key) {
        return milestones.stream().filter(m -> m.key().equals(key)).findFirst();
    }

    public Optional<Indicator> findIndicator(String key) {
        return indicators.stream().filter(i -> i.key().equals(key)).findFirst();
    }

    /**
     * The judgement that holds on a day, about a milestone or about the roadmap.
     *
     * @param milestone null for the roadmap itself
     */
    public Optional<Rating> findRating(@Nullable String milestone, LocalDate day) {
        return ratings.stream()
                .filter(r ->
                        Objects.equals(r.milestone(), milestone) && !r.date().isAfter(day))
                .max(Comparator.comparing(Rating::date));
    }

    /** The links of the roadmap's chain, in order. */
    public List<Stage> stages() {
        List<String> names = roadmap.stages();
        List<Stage> chain = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            chain.add(new Stage(
                    names.get(i),
                    i + 1,
                    i == 0 ? null : names.get(i - 1),
                    i + 1 == names.size() ? null : names.get(i + 1)));
        }
        return chain;
    }

    /**
     * Every fact that rules may read on {@code day}, in a fixed order. What is dated after the day (an observation, an event, a
     * progress update, an attribute, a rating) has not happened yet and is left out.
     */
    public List<Object> factsOn(LocalDate day) {
        List<Object> facts = new ArrayList<>(milestones.size() + updates.size() + 64);
        facts.add(new AsOf(day));
        facts.add(roadmap);
        facts.addAll(stages());
        facts.addAll(milestones);
        facts.addAll(dependencies);
        facts.addAll(participants);
        facts.addAll(restrictions);
        facts.addAll(indicators);
        addDated(facts, day);
        return facts;
    }

    /** Those of them that are there only from some day on. */
    public List<Object> datedFactsOn(LocalDate day) {
        List<Object> facts = new ArrayList<>();
        addDated(facts, day);
        return facts;
    }

    private void addDated(List<Object> facts, LocalDate day) {
        for (List<?> dated : List.of(observations, events, updates, attributes, ratings)) {
            for (Object fact : dated) {
                if (isThere(fact, day)) {
                    facts.add(fact);
                }
            }
        }
    }

    /** Whether what a fact tells has happened by a day; what has no date has. */
    public static boolean isThere(Object fact, LocalDate day) {
        if (fact instanceof ProgressUpdate update) {
            return !update.date().isAfter(day);
        } else if (fact instanceof Observation observation) {
            return observation.date() == null || !observation.date().first().isAfter(day);
        } else if (fact instanceof Event event) {
            return !event.date().first().isAfter(day);
        } else if (fact instanceof Attribute attribute) {
            return !attribute.on().isAfter(day);
        }
        return !(fact instanceof Rating rating) || !rating.date().isAfter(day);
    }

    /** Whether a fact is one that is there only from some day on. */
    public static boolean isDated(Object fact) {
        return fact instanceof Observation
                || fact instanceof Event
                || fact instanceof ProgressUpdate
                || fact instanceof Attribute
                || fact instanceof Rating;
    }
}

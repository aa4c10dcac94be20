package milepost.web.manager.confidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Confidence;
import milepost.facts.Milestone;
import milepost.facts.Rating;
import milepost.facts.Severity;
import milepost.facts.Snapshot;
import milepost.flags.life.Flag;
import milepost.roadmap.Health;
import milepost.roadmap.Standing;
import milepost.web.layout.Links;
import milepost.web.layout.Redirects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the page of health and confidence prints.
 *
 * @param title of the roadmap or the milestone
 * @param key of the roadmap
 * @param ratings newest first; the first holds
 * @param milestones how each stands, on the page of a roadmap only
 */
public record ConfidenceView(
        String title,
        String key,
        String roadmap,
        String back,
        Health health,
        List<Reason> reasons,
        List<Rated> ratings,
        List<Row> milestones,
        RatingForm form,
        String action) {

    /** A flag that the health follows from. */
    public record Reason(Severity severity, String message, String subject, String href) {}

    /**
     * A rating.
     *
     * @param review when it is to be rated again, null when that was not said
     * @param overdue whether that day has passed and this is still the rating that holds
     * @param withdraw where to send the wish to take it back
     */
    public record Rated(
            Confidence level,
            String date,
            String by,
            String commentary,
            @Nullable String plan,
            @Nullable String responsible,
            @Nullable String review,
            boolean overdue,
            String withdraw) {}

    /** One milestone of the roadmap. */
    public record Row(
            String key,
            String title,
            String href,
            Health health,
            int reasons,
            @Nullable Rating rating) {}

    /** What is known besides the record. */
    record Known(List<Flag> counted, LocalDate today, List<Person> people) {}

    static ConfidenceView of(Snapshot snapshot, RatingForm form, Known known) {
        String roadmap = snapshot.roadmap().key();
        Milestone milestone = form.milestone() == null
                ? null
                : snapshot.findMilestone(form.milestone()).orElse(null);
        Standing standing =
                milestone == null ? Standing.of(snapshot, known.counted()) : Standing.of(milestone, known.counted());
        return new ConfidenceView(
                milestone == null ? snapshot.roadmap().title() : milestone.key() + " " + milestone.title(),
                roadmap,
                snapshot.roadmap().title(),
                milestone == null ? Links.roadmap(roadmap) : Links.milestone(roadmap, milestone.key()),
                standing.health(),
                standing.reasons().stream()
                        .map(f -> new Reason(f.severity(), f.message(), f.subject(), Links.flag(f.id())))
                        .toList(),
                ratings(snapshot, form.milestone(), known),
                milestone == null ? rows(snapshot, known) : List.of(),
                form,
                Links.roadmap(roadmap) + "/confidence");
    }

    static String href(String roadmap, @Nullable String milestone) {
        return Links.roadmap(roadmap) + "/confidence"
                + (milestone == null ? "" : "?milestone=" + Redirects.encode(milestone));
    }

    public boolean rates(@Nullable Visitor visitor) {
        return visitor != null && visitor.person().role().covers(Role.MANAGER);
    }

    public List<Confidence> levels() {
        return List.of(Confidence.values());
    }

    /** The fixed meaning of a level. */
    public static String meaning(Confidence level) {
        return switch (level) {
            case GREEN -> "Delivery on time and in full looks highly likely, and nothing in sight threatens it.";
            case AMBER_GREEN -> "Delivery looks probable; attention is needed so that risks do not become issues.";
            case AMBER -> "Delivery looks feasible, but there are issues that need attention now.";
            case AMBER_RED ->
                "Delivery is in doubt, with major risks or issues in several parts; urgent action is needed.";
            case RED ->
                "Delivery looks out of reach as things stand; the issues cannot be resolved without a new plan.";
        };
    }

    private static List<Rated> ratings(Snapshot snapshot, @Nullable String milestone, Known known) {
        Rating holds = snapshot.findRating(milestone, known.today()).orElse(null);
        return snapshot.ratings().stream()
                .filter(r -> Objects.equals(r.milestone(), milestone))
                .sorted(Comparator.comparing(Rating::date).reversed())
                .map(r -> rated(r, r.equals(holds), snapshot.roadmap().key(), known))
                .toList();
    }

    private static Rated rated(Rating r, boolean holds, String roadmap, Known known) {
        LocalDate review = r.reviewOn();
        return new Rated(
                r.level(),
                Words.day(r.date()),
                known.people().stream()
                        .filter(p -> p.name().equals(r.recorded().by()))
                        .map(Person::displayName)
                        .findFirst()
                        .orElse(r.recorded().by()),
                r.commentary(),
                r.plan(),
                r.responsible(),
                review == null ? null : Words.day(review) + ", " + Words.relative(review, known.today()),
                holds && review != null && review.isBefore(known.today()),
                Links.roadmap(roadmap) + "/confidence/" + Redirects.encode(r.key()) + "/withdraw");
    }

    private static List<Row> rows(Snapshot snapshot, Known known) {
        return snapshot.milestones().stream()
                .sorted(Comparator.comparing(
                        Milestone::key,
                        Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())))
                .map(m -> {
                    Standing standing = Standing.of(m, known.counted());
                    return new Row(
                            m.key(),
                            m.title(),
                            href(snapshot.roadmap().key(), m.key()),
                            standing.health(),
                            standing.reasons().size(),
                            snapshot.findRating(m.key(), known.today()).orElse(null));
                })
                .toList();
    }
}

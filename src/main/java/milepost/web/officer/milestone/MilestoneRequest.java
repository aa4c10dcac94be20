package milepost.web.officer.milestone;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.facts.Milestone;
import milepost.facts.Problem;
import milepost.facts.Recorded;
import milepost.facts.Snapshot;
import milepost.roadmap.Roadmaps;
import milepost.web.layout.Links;
import milepost.web.layout.Parts;
import milepost.web.layout.Visitor;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Reading;
import org.jspecify.annotations.Nullable;

/**
 * A request about a milestone: on which roadmap, which one, what was sent and by whom.
 *
 * @param key null for a milestone that does not exist yet
 */
record MilestoneRequest(
        Context ctx,
        Parts parts,
        Snapshot snapshot,
        @Nullable String key) {
    /** Stands in an address for a milestone that has no key yet. */
    static final String NEW = "new";

    /** Fields of the page, not of the milestone. */
    private static final Set<String> CONTROLS = Set.of("csrf", "seen", "then");

    static MilestoneRequest of(Context ctx, Parts parts) {
        Snapshot snapshot = parts.roadmaps().snapshot(ctx.pathParam("key"));
        String key = ctx.pathParamMap().get("m");
        return new MilestoneRequest(ctx, parts, snapshot, NEW.equals(key) ? null : key);
    }

    String roadmap() {
        return snapshot.roadmap().key();
    }

    /** NOT_FOUND when there is none of this key any more. */
    Milestone milestone() {
        return snapshot.findMilestone(existing())
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND,
                        "There is no milestone " + key + " on this roadmap; it may have been removed."));
    }

    /** Whether there was a milestone when the form was opened and there is none now. */
    boolean removed() {
        return key != null && snapshot.findMilestone(key).isEmpty();
    }

    String existing() {
        return Objects.requireNonNull(key);
    }

    LocalDate today() {
        return parts.today(snapshot.roadmap().zone());
    }

    boolean officer() {
        return Visitor.person(ctx).role().covers(Role.OFFICER);
    }

    /** What was typed, with the choices of a merge where there was one. */
    Form sent() {
        return Form.sent(ctx.formParamMap()).without(CONTROLS::contains);
    }

    boolean wantsForm() {
        return "form".equals(ctx.formParam("then"));
    }

    Reading read(Form form) {
        return MilestoneForm.read(form, snapshot, key, today());
    }

    Roadmaps.Author author(Form form) {
        Answers answers = new Answers(form);
        return new Roadmaps.Author(
                Visitor.person(ctx).name(), answers.text(MilestoneForm.REASON), answers.source(MilestoneForm.BECAUSE));
    }

    /** The roadmap as the editor saw it when the form was opened. */
    Snapshot seen() {
        String seen = Objects.requireNonNullElse(ctx.formParam("seen"), "");
        try {
            return parts.roadmaps().snapshot(roadmap(), Instant.parse(seen));
        } catch (DateTimeParseException e) {
            throw new Problem(Problem.Kind.INVALID, "The form does not say when it was opened. Open it again.");
        }
    }

    /** The last version of anything that stands on the form. */
    static Recorded latest(Snapshot snapshot, Milestone m) {
        return Stream.of(
                        Stream.of(m.recorded()),
                        snapshot.participants().stream()
                                .filter(p -> p.milestone().equals(m.key()))
                                .map(p -> p.recorded()),
                        snapshot.dependencies().stream()
                                .filter(d -> d.successor().equals(m.key()))
                                .map(d -> d.recorded()),
                        snapshot.attributes().stream()
                                .filter(a -> a.milestone().equals(m.key()))
                                .map(a -> a.recorded()))
                .flatMap(recorded -> recorded)
                .max(Comparator.comparing(Recorded::at))
                .orElse(m.recorded());
    }

    /** The page of the milestone, or of the roadmap while there is no milestone. */
    String home() {
        return key == null ? Links.roadmap(roadmap()) : Links.milestone(roadmap(), key);
    }
}

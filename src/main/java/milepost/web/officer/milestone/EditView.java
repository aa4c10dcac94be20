package milepost.web.officer.milestone;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.Status;
import milepost.facts.ValueKind;
import milepost.roadmap.history.AttributeText;
import milepost.web.layout.Links;
import milepost.web.layout.NaturalOrder;
import milepost.web.layout.Words;
import milepost.web.officer.form.Countries;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Option;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a milestone prints.
 *
 * @param key null for a milestone that does not exist yet
 * @param rule when a move of the due date needs a reason
 * @param seen when the last change was made that the editor saw; kept until the form is saved
 */
public record EditView(Snapshot snapshot, @Nullable String key, Form form, Effect effect, String seen, String rule) {

    static EditView of(MilestoneRequest request, Form form, Effect effect) {
        Milestone m = request.key() == null
                ? null
                : request.snapshot().findMilestone(request.key()).orElse(null);
        String sent = request.ctx().formParam("seen");
        String latest = m == null
                ? ""
                : MilestoneRequest.latest(request.snapshot(), m).at().toString();
        String seen = sent == null || sent.isEmpty() ? latest : sent;
        return new EditView(
                request.snapshot(),
                m == null ? null : m.key(),
                form,
                effect,
                seen,
                request.parts().roadmaps().limit().sentence());
    }

    public String roadmap() {
        return snapshot.roadmap().key();
    }

    public String roadmapTitle() {
        return snapshot.roadmap().title();
    }

    public String home() {
        return key == null ? Links.roadmap(roadmap()) : Links.milestone(roadmap(), key);
    }

    public String action() {
        return key == null ? Links.roadmap(roadmap()) + "/milestones" : home();
    }

    public String preview() {
        return Links.milestone(roadmap(), key == null ? MilestoneRequest.NEW : key) + "/preview";
    }

    public List<Option> statuses() {
        return Stream.of(Status.values())
                .map(s -> new Option(s.name(), Words.status(s)))
                .toList();
    }

    /** Whether there is a value, and if not, why. */
    public List<Option> kinds() {
        return Stream.of(ValueKind.values())
                .map(k -> new Option(k.name(), AttributeText.kind(k)))
                .toList();
    }

    public List<Option> stages() {
        return snapshot.roadmap().stages().stream()
                .map(s -> new Option(s, Words.sentence(s)))
                .toList();
    }

    public List<String> streams() {
        return distinct(snapshot.milestones().stream().map(Milestone::stream));
    }

    public List<String> owners() {
        return distinct(snapshot.milestones().stream().map(Milestone::owner));
    }

    public List<Indicator> indicators() {
        return snapshot.indicators();
    }

    public List<Option> countries() {
        return Countries.all();
    }

    public String country(String row) {
        return Countries.find(form.value(row + "/jurisdiction")).orElse("");
    }

    /** Milestones that this one does not wait for yet. */
    public List<Option> predecessors() {
        return snapshot.milestones().stream()
                .filter(m -> !m.key().equals(key) && !form.has("dependencies/" + m.key() + "/version"))
                .sorted((a, b) -> NaturalOrder.BY_NUMBERS.compare(a.key(), b.key()))
                .map(m -> new Option(m.key(), m.key() + " " + m.title()))
                .toList();
    }

    /** A predecessor that stands on the form, null when it is gone. */
    public @Nullable Milestone predecessor(String row) {
        return snapshot.findMilestone(row).orElse(null);
    }

    /** The first promise of the milestone. */
    public @Nullable String baseline() {
        return snapshot.milestones().stream()
                .filter(m -> m.key().equals(key) && m.baseline() != null)
                .map(m -> Words.date(Objects.requireNonNull(m.baseline()))
                        + (m.slips() == 0 ? "" : ", moved " + (m.slips() == 1 ? "once" : m.slips() + " times")))
                .findFirst()
                .orElse(null);
    }

    private static List<String> distinct(Stream<@Nullable String> texts) {
        return texts.filter(Objects::nonNull).distinct().sorted().toList();
    }
}

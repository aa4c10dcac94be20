package milepost.web.officer.milestone;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.facts.Indicator;
import milepost.facts.Milestone;
import milepost.facts.Snapshot;
import milepost.facts.Source;
import milepost.facts.Status;
import milepost.facts.TargetDate;
import milepost.roadmap.fact.Edit;
import milepost.web.officer.form.Answers;
import milepost.web.officer.form.Form;
import milepost.web.officer.form.Reading;
import milepost.web.officer.form.Values;
import org.jspecify.annotations.Nullable;

/** The form of a milestone with everything that belongs to it: participants, dependencies, links to evidence, what sources say. */
public final class MilestoneForm {
    /** Why the change is made. */
    /** The field that says why. */
    public static final String REASON = "reason";

    /** On what the change rests. */
    static final String BECAUSE = "because";

    private static final String REQUIRES = "requires";
    private static final int LONGEST_REASON = 2_000;

    private MilestoneForm() {}

    private record Lists(List<String> requires, List<Source> evidence) {}

    /** The form as recorded. */
    public static Form of(Snapshot snapshot, Milestone m) {
        Values values = new Values()
                .put("version", m.recorded().version())
                .put("title", m.title())
                .put("status", m.status().name())
                .put("progress", m.progress())
                .put("stream", m.stream())
                .put("stage", m.stage())
                .period("start", m.start())
                .period("due", m.due())
                .period("forecast", m.forecast())
                .period("completedOn", m.completedOn())
                .put("owner", m.owner())
                .put("description", m.description())
                .source("source", m.source());
        m.requires().forEach(indicator -> values.put(REQUIRES + "/" + indicator, "on"));
        EvidenceRows.fill(values, m.evidence());
        ParticipantRows.fill(values, snapshot, m.key());
        DependencyRows.fill(values, snapshot, m.key());
        AttributeRows.fill(values, snapshot, m.key());
        return values.form();
    }

    /** The form of a milestone that does not exist yet, with the next key of the roadmap. */
    public static Form blank(Snapshot snapshot) {
        return Form.of(Map.of("key", nextKey(snapshot), "version", "0", "status", Status.PLANNED.name()));
    }

    /**
     * What the form asks for.
     *
     * @param key of the milestone, null for a new one
     * @param today the day that counts as completion when the milestone is done and no day is given
     */
    public static Reading read(Form form, Snapshot snapshot, @Nullable String key, LocalDate today) {
        Answers answers = new Answers(form);
        String own = key == null ? answers.given("key") : key;
        Map<String, String> places = new HashMap<>();
        List<Edit> edits = new ArrayList<>();
        List<Source> evidence = EvidenceRows.read(answers, places);
        Edit.MilestoneRevision revision =
                revision(answers, own, new Lists(requires(answers, snapshot, own), evidence), today);
        if (changes(revision, snapshot)) {
            edits.add(revision);
        }
        edits.addAll(ParticipantRows.read(answers, snapshot, own, places));
        edits.addAll(DependencyRows.read(answers, snapshot, own, places));
        edits.addAll(new AttributeRows(answers, snapshot, own, today).read(places));
        note(answers);
        if (key == null && own.equals(MilestoneRequest.NEW)) {
            answers.refuse("key", "Choose another key; this one stands for a milestone without a key");
        }
        return new Reading(edits, answers.errors(), places);
    }

    /** Whether saving writes today as the day of completion. */
    public static boolean completesToday(Form form) {
        return form.value("status").equals(Status.DONE.name())
                && form.value("completedOn").isBlank();
    }

    /** The revision that leaves a milestone as it is. */
    public static Edit.MilestoneRevision unchanged(Milestone m) {
        return new Edit.MilestoneRevision(
                m.key(),
                m.recorded().version(),
                m.title(),
                m.description(),
                m.stream(),
                m.stage(),
                m.status(),
                m.progress(),
                m.start(),
                m.due(),
                m.forecast(),
                m.completedOn(),
                m.owner(),
                m.requires(),
                m.evidence(),
                m.source());
    }

    private static Edit.MilestoneRevision revision(Answers answers, String key, Lists lists, LocalDate today) {
        TargetDate completed = answers.period("completedOn", "Completed on");
        return new Edit.MilestoneRevision(
                key,
                answers.version("version"),
                answers.given("title"),
                answers.text("description"),
                answers.text("stream"),
                answers.text("stage"),
                answers.choice("status", "Status", Status.class),
                answers.percent("progress", "Progress"),
                answers.period("start", "Start"),
                answers.period("due", "Due"),
                answers.period("forecast", "Forecast"),
                completesToday(answers.form()) ? TargetDate.day(today) : completed,
                answers.text("owner"),
                lists.requires(),
                lists.evidence(),
                answers.source("source"));
    }

    /** In the order recorded, new ones behind, so that an untouched form changes nothing. */
    private static List<String> requires(Answers answers, Snapshot snapshot, String key) {
        List<String> before =
                snapshot.findMilestone(key).map(Milestone::requires).orElse(List.of());
        return Stream.concat(before.stream(), snapshot.indicators().stream().map(Indicator::key))
                .distinct()
                .filter(indicator -> answers.form().checked(REQUIRES + "/" + indicator))
                .toList();
    }

    private static void note(Answers answers) {
        if (answers.given(REASON).length() > LONGEST_REASON) {
            answers.refuse(REASON, "The reason must have at most " + LONGEST_REASON + " characters");
        }
        Source because = answers.source(BECAUSE);
        if (because != null && because.title().isEmpty()) {
            answers.refuse(BECAUSE + "/title", "Enter the title of the source");
        }
        if (because != null && because.url() != null && !because.url().matches("https?://\\S+")) {
            answers.refuse(BECAUSE + "/url", "An address begins with http:// or https://");
        }
    }

    /** A version other than the recorded one is left for the use case to refuse. */
    private static boolean changes(Edit.MilestoneRevision revision, Snapshot snapshot) {
        return snapshot.findMilestone(revision.key())
                .map(m -> !unchanged(m).equals(revision))
                .orElse(true);
    }

    private static String nextKey(Snapshot snapshot) {
        String prefix = snapshot.roadmap().key() + "-";
        int highest = snapshot.milestones().stream()
                .map(Milestone::key)
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .filter(number -> number.matches("\\d{1,6}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
        return prefix + (highest + 1);
    }
}

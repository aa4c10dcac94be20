package milepost.web.manager.flag;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import milepost.access.Person;
import milepost.access.Role;
import milepost.facts.Severity;
import milepost.flags.decision.TriagePolicy;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.life.FlagState;
import milepost.rules.book.InForce;
import milepost.web.asof.Control;
import milepost.web.layout.Links;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import milepost.web.layout.Why;
import milepost.web.layout.Words;
import milepost.web.manager.triage.ActForm;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a flag prints.
 *
 * @param control what moves the page through time
 * @param rules those of a past moment, null for the present
 * @param undo what can be taken back, in words; null when nothing can
 * @param people who it can be given to, whoever has it, and whom somebody chose
 */
public record FlagView(
        Control control,
        @Nullable InForce rules,
        Flag flag,
        Why why,
        String roadmap,
        String roadmapHref,
        String subject,
        String subjectHref,
        String state,
        String since,
        String raised,
        @Nullable String resolved,
        List<Turn> history,
        ActForm form,
        int months,
        LocalDate latest,
        List<Clear> clears,
        @Nullable String undo,
        List<Person> people) {

    /** What is known of the flag. */
    record Found(Why why, List<FlagEvent> events, Causes causes, List<Clear> clears) {}

    /** What may be done about it. */
    record Allowed(ActForm form, TriagePolicy policy, List<Person> people) {}

    static FlagView of(Shown shown, Found found, Allowed allowed) {
        Flag flag = shown.flag();
        Subjects subjects = shown.subjects();
        ZoneId zone = subjects.zone(flag);
        String at = shown.moment().suffix();
        boolean open = flag.state() != FlagState.RESOLVED && shown.moment().present();
        return new FlagView(
                shown.control(),
                shown.rules(),
                flag,
                found.why(),
                subjects.roadmap(flag.roadmap()),
                Links.roadmap(flag.roadmap()) + at,
                subjects.name(flag),
                Links.subject(flag) + at,
                Words.state(flag),
                Words.day(flag.since()),
                Words.time(flag.raisedAt(), zone),
                flag.resolvedAt() == null ? null : Words.time(flag.resolvedAt(), zone),
                found.events().stream()
                        .map(event -> Turn.of(event, found.causes(), zone))
                        .toList(),
                allowed.form(),
                allowed.policy().months(),
                allowed.policy().latest(subjects.today(flag)),
                found.clears(),
                open ? undo(found.events()) : null,
                allowed.people());
    }

    /** Who may decide: managers, as long as there is something to decide about. */
    public boolean open(@Nullable Visitor visitor) {
        return decides(visitor) && (flag.state() != FlagState.RESOLVED || form.problem() != null);
    }

    /** Who may say something about it, whether it stands or not. */
    public boolean decides(@Nullable Visitor visitor) {
        return control.moment().present()
                && !flag.shadow()
                && visitor != null
                && visitor.person().role().covers(Role.MANAGER);
    }

    /** Whether any of what clears the flag can be tried on a form. */
    public boolean canTry() {
        return clears.stream().anyMatch(clear -> clear.href() != null);
    }

    /** The severities that a person can give it. */
    public List<Severity> severities() {
        return List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
    }

    /** The one who looks after it, as people call them; null for nobody. */
    public @Nullable String assignee() {
        return people.stream()
                .filter(person -> person.name().equals(flag.assignee()))
                .map(Person::displayName)
                .findFirst()
                .orElse(flag.assignee());
    }

    private static @Nullable String undo(List<FlagEvent> events) {
        List<FlagEvent> acts = new ArrayList<>(events);
        acts.removeIf(FlagEvent::isAside);
        FlagEvent last = acts.isEmpty() ? null : acts.get(acts.size() - 1);
        return last == null || last.before() == null ? null : Turn.what(last);
    }
}

package milepost.web.layout;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import milepost.access.People;
import milepost.access.Person;
import milepost.access.member.Memberships;
import milepost.access.member.Rights;
import milepost.access.oidc.SignOn;
import milepost.flags.Flags;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Deciders;
import milepost.news.News;
import milepost.roadmap.Archive;
import milepost.roadmap.Roadmaps;
import milepost.rules.Ruleset;
import milepost.rules.language.RuleInfo;
import org.jspecify.annotations.Nullable;

/**
 * What the pages are built on.
 *
 * @param signOn null when nobody signs in through an identity provider
 * @param clock only to say how far a date is from now; what is stored takes its time from the database
 */
public record Parts(
        Roadmaps roadmaps,
        Flags flags,
        Workbench workbench,
        People people,
        Memberships members,
        InstantSource clock,
        Exchange exchange,
        Desk desk,
        News news,
        @Nullable SignOn signOn) {

    /** The rules in use. */
    public Supplier<Ruleset> ruleset() {
        return workbench.book()::live;
    }

    /** The key that a rule has now, asked for by this or an earlier one; as it is when no rule in use knows it. */
    public @Nullable String presentKey(@Nullable String rule) {
        return rule == null
                ? null
                : ruleset().get().findRule(rule).map(RuleInfo::key).orElse(rule);
    }

    /** Roadmaps, flags and rules as they were. */
    public Archive archive() {
        return new Archive(roadmaps, flags, workbench.book());
    }

    /** A person as someone who decides about flags. */
    public Decider decider(Person person) {
        return new Decider(person.name(), people.acceptLimits().of(person.role()));
    }

    /** Somebody who decides about flags of several roadmaps. */
    public Deciders deciders(Rights rights) {
        return new Deciders(rights::mayRead, roadmap -> {
            if (!rights.decides(roadmap)) {
                throw Deciders.refused(roadmap);
            }
            return decider(rights.person(roadmap));
        });
    }

    /** Gives flags to the person of this name, to nobody without one; INVALID when there is none who can sign in. */
    public Act.Assign assigning(@Nullable String name) {
        if (name == null) {
            return new Act.Assign(null, roadmap -> true);
        }
        Person person = people.active("assignee", name);
        return new Act.Assign(person.name(), members.rights(person)::mayRead);
    }

    /** Takes back the last act, unless that would give a flag to somebody who does not see it. */
    public Act.Undo undoing() {
        return new Act.Undo((name, roadmap) -> people.findActive(name)
                .filter(person -> members.mayRead(person, roadmap))
                .isPresent());
    }

    /** Those to whom flags of any of these roadmaps can be given. */
    public List<Person> assignees(Collection<String> roadmaps) {
        Set<Person> readers = new HashSet<>();
        List<Person> active =
                people.list().stream().filter(person -> !person.disabled()).toList();
        Set.copyOf(roadmaps).forEach(roadmap -> readers.addAll(members.readers(roadmap, active)));
        return active.stream().filter(readers::contains).toList();
    }

    /** The day it is now in that zone. */
    public LocalDate today(ZoneId zone) {
        return clock.instant().atZone(zone).toLocalDate();
    }
}

package milepost.web.manager.flags;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import milepost.access.Person;
import milepost.web.layout.Parts;
import milepost.web.layout.Subjects;
import milepost.web.layout.Visitor;
import org.jspecify.annotations.Nullable;

/** What people call the things that the list knows by a key. */
final class Names {
    private final Parts parts;
    private final Subjects subjects;
    private final Set<String> roadmaps;
    private final Map<String, String> people;
    private final String visitor;

    Names(Parts parts, Subjects subjects, Visitor visitor) {
        this.parts = parts;
        this.subjects = subjects;
        this.roadmaps = new HashSet<>(parts.roadmaps().keys(visitor.rights().reach()));
        this.people = parts.people().list().stream().collect(Collectors.toMap(Person::name, Person::displayName));
        this.visitor = visitor.person().name();
    }

    Subjects subjects() {
        return subjects;
    }

    /** A roadmap named in the address need not exist. */
    String roadmap(String key) {
        return roadmaps.contains(key) ? subjects.roadmap(key) : key;
    }

    /** Who looks after a flag, as the address says it. */
    String assignee(String name) {
        return name.equals(FlagFilter.NOBODY) ? "Nobody" : name.equals(visitor) ? "Me" : person(name);
    }

    /** How people call a person. */
    String person(String name) {
        return people.getOrDefault(name, name);
    }

    /** Who looks after a flag; null when nobody does. */
    @Nullable String findPerson(@Nullable String name) {
        return name == null ? null : person(name);
    }

    /** What a rule is called; its key when the rules in use no longer have it. */
    String rule(String key) {
        return parts.ruleset().get().findRule(key).map(rule -> rule.title()).orElse(key);
    }
}

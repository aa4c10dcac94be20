package milepost.web.news;

import java.util.Optional;
import milepost.access.People;
import milepost.access.Role;
import milepost.access.link.UpdateLinks;
import milepost.access.member.Memberships;
import milepost.news.outbox.Readers;
import milepost.roadmap.inbox.Inbox;

/** Who may be told what: people who can sign in, of roadmaps that they may read. Officers can answer by a report. */
public final class Recipients implements Readers {
    private final People people;
    private final Memberships members;
    private final UpdateLinks links;

    public Recipients(People people, Memberships members, UpdateLinks links) {
        this.people = people;
        this.members = members;
        this.links = links;
    }

    @Override
    public boolean mayReceive(String person) {
        return people.findActive(person).isPresent();
    }

    @Override
    public boolean mayRead(String person, String roadmap) {
        return people.findActive(person)
                .filter(found -> members.mayRead(found, roadmap))
                .isPresent();
    }

    @Override
    public Optional<Link> link(String person, Reported milestone) {
        return people.findActive(person)
                .filter(found -> new Inbox.Officer(found.name(), found.displayName()).isNamed(milestone.owner()))
                .filter(found -> members.rights(found).may(milestone.roadmap(), Role.OFFICER))
                .map(found -> links.create(found, milestone.roadmap(), milestone.milestone()))
                .map(made -> new Link(made.id(), made.secret()));
    }

    @Override
    public void end(String person, long link) {
        people.findActive(person).ifPresent(found -> links.endUnused(found, link));
    }
}

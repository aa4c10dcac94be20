package milepost.web.news;

import milepost.access.People;
import milepost.access.member.Memberships;
import milepost.news.outbox.Readers;

/** Who may be told what: people who can sign in, of roadmaps that they may read. */
public final class Recipients implements Readers {
    private final People people;
    private final Memberships members;

    public Recipients(People people, Memberships members) {
        this.people = people;
        this.members = members;
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
}

package milepost.access.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import milepost.Databases;
import milepost.access.People;
import milepost.access.Person;
import milepost.access.Role;
import milepost.db.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links in messages, on both databases. */
class UpdateLinksTest {
    private final Databases.Clock clock = new Databases.Clock("2025-11-24T09:00:00Z");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_link_serves_one_person_and_milestone_until_it_or_its_person_ends(Databases databases) {
        try (Database database = databases.open(clock)) {
            People people = new People(database);
            Person osei = people.add("osei", "K. Osei", Role.OFFICER);
            Person other = people.add("mara", "M. Lind", Role.MANAGER);
            UpdateLinks links = new UpdateLinks(database);
            String secret = links.create(osei, "REE", "REE-1").secret();
            String theirs = links.create(other, "REE", "REE-2").secret();

            UpdateLink link = links.find(secret).orElseThrow();
            assertThat(link.person()).isEqualTo(osei);
            assertThat(link.roadmap() + " " + link.milestone()).isEqualTo("REE REE-1");
            assertThat(links.find(secret + "x")).isEmpty();
            assertThat(links.of(osei)).containsExactly(link);

            assertThat(links.end(osei)).isEqualTo(1);
            assertThat(links.find(secret)).isEmpty();
            assertThat(links.of(osei)).isEmpty();
            assertThat(links.find(theirs)).isPresent();

            UpdateLinks.Made first = links.create(osei, "REE", "REE-1");
            assertThat(first).hasToString("link " + first.id());
            links.endUnused(other, first.id());
            assertThat(links.find(first.secret())).isPresent();
            links.endUnused(osei, first.id());
            assertThat(links.find(first.secret())).isEmpty();
            assertThat(links.find(theirs)).isPresent();

            people.disable("mara");
            assertThat(links.find(theirs)).isEmpty();

            String late = links.create(osei, "REE", "REE-1").secret();
            clock.set("2025-12-08T08:59:59Z");
            assertThat(links.find(late)).isPresent();
            clock.set("2025-12-08T09:00:00Z");
            assertThat(links.find(late)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "SQLITE")
    void whoever_may_not_report_gets_no_link(Databases databases) {
        try (Database database = databases.open(clock)) {
            Person viewer = new People(database).add("ann", "Ann", Role.VIEWER);
            assertThatThrownBy(() -> new UpdateLinks(database).create(viewer, "REE", "REE-1"))
                    .hasMessage("ann may not report about milestones of REE.");
        }
    }
}

package milepost.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import milepost.Databases;
import milepost.access.AuditTrail;
import milepost.access.People;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.member.Memberships.Place;
import milepost.access.member.Rights.Limit;
import milepost.db.Database;
import milepost.facts.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipsTest {

    @ParameterizedTest
    @EnumSource
    void a_roadmap_is_for_everyone_with_their_role_until_it_is_closed(Databases kind) {
        with(kind, (people, members) -> {
            Person vera = person(people, "vera", Role.VIEWER);
            Person max = person(people, "max", Role.MANAGER);
            Person ada = person(people, "ada", Role.ADMIN);

            assertThat(members.mayRead(vera, "REE")).isTrue();
            assertThat(members.rights(max).may("REE", Role.MANAGER)).isTrue();
            assertThat(members.rights(vera).may("REE", Role.OFFICER)).isFalse();

            members.show(new Place(ada, "REE"), Visibility.MEMBERS);

            assertThat(members.mayRead(vera, "REE")).isFalse();
            assertThat(members.rights(max).may("REE", Role.VIEWER)).isFalse();
            assertThat(members.mayRead(ada, "REE")).isTrue();
            assertThat(members.rights(ada).may("REE", Role.MANAGER)).isTrue();
            assertThat(members.rights(max).reach().of(List.of("NC", "REE"))).containsExactly("NC");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_membership_raises_or_lowers_on_its_roadmap_only(Databases kind) {
        with(kind, (people, members) -> {
            Person vera = person(people, "vera", Role.VIEWER);
            Person max = person(people, "max", Role.MANAGER);
            Place place = new Place(person(people, "ada", Role.ADMIN), "REE");
            members.set(place, vera, Role.MANAGER, null);
            members.set(place, max, Role.VIEWER, null);

            assertThat(members.rights(vera).findRole("REE")).contains(Role.MANAGER);
            assertThat(members.rights(vera).findRole("NC")).contains(Role.VIEWER);
            assertThat(members.rights(vera).may(Role.MANAGER)).isFalse();
            assertThat(members.rights(vera).mayAnywhere(Role.MANAGER)).isTrue();
            assertThat(members.rights(max).findRole("REE")).contains(Role.VIEWER);
            assertThat(members.rights(max).findRole("NC")).contains(Role.MANAGER);

            members.remove(place, vera, Role.MANAGER);
            assertThat(members.rights(vera).findRole("REE")).contains(Role.VIEWER);
        });
    }

    @ParameterizedTest
    @EnumSource
    void an_author_keeps_writing_rules_whatever_they_are_on_a_roadmap(Databases kind) {
        with(kind, (people, members) -> {
            Person otto = person(people, "otto", Role.AUTHOR);
            Place place = new Place(person(people, "ada", Role.ADMIN), "REE");
            assertThat(members.rights(otto).may("REE", Role.OFFICER)).isFalse();

            members.set(place, otto, Role.OFFICER, null);

            assertThat(members.rights(otto).may("REE", Role.OFFICER)).isTrue();
            assertThat(members.rights(otto).may(Role.AUTHOR)).isTrue();
            members.show(new Place(place.by(), "NC"), Visibility.MEMBERS);
            assertThat(members.mayRead(otto, "NC")).isFalse();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_token_does_no_more_than_it_says_and_no_more_than_its_person(Databases kind) {
        with(kind, (people, members) -> {
            Person max = person(people, "max", Role.MANAGER);
            Person otto = person(people, "otto", Role.AUTHOR);
            Person vera = person(people, "vera", Role.VIEWER);
            Rights reader = members.rights(max, new Limit(Role.VIEWER, null));
            Rights one = members.rights(max, new Limit(Role.OFFICER, Set.of("REE")));

            assertThat(reader.may("REE", Role.OFFICER)).isFalse();
            assertThat(one.may("REE", Role.OFFICER)).isTrue();
            assertThat(one.may("REE", Role.MANAGER)).isFalse();
            assertThat(one.mayRead("NC")).isFalse();
            assertThat(one.reach().of(List.of("NC", "REE"))).containsExactly("REE");
            assertThat(members.rights(vera, new Limit(Role.MANAGER, null)).may("REE", Role.OFFICER))
                    .isFalse();
            assertThat(members.rights(otto, new Limit(Role.OFFICER, null))
                            .person()
                            .role())
                    .isEqualTo(Role.VIEWER);
        });
    }

    @ParameterizedTest
    @EnumSource
    void whoever_closes_a_roadmap_stays_in_it(Databases kind) {
        with(kind, (people, members) -> {
            Person max = person(people, "max", Role.MANAGER);
            members.show(new Place(max, "REE"), Visibility.MEMBERS);

            assertThat(members.rights(max).findRole("REE")).contains(Role.MANAGER);
            assertThat(members.circle("REE").visibility()).isEqualTo(Visibility.MEMBERS);
            assertThat(members.circle("REE").members())
                    .extracting(m -> m.person().name() + " " + m.role())
                    .containsExactly("max MANAGER");
        });
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_is_refused_in_words_and_changes_nothing(Databases kind) {
        with(kind, (people, members) -> {
            Person max = person(people, "max", Role.MANAGER);
            Person vera = person(people, "vera", Role.VIEWER);
            Person ada = person(people, "ada", Role.ADMIN);
            Place place = new Place(max, "REE");

            refused(() -> members.set(place, vera, Role.AUTHOR, null), "a viewer, an officer or a manager");
            refused(() -> members.set(place, ada, Role.VIEWER, null), "is an administrator");
            refused(() -> members.set(place, max, Role.VIEWER, null), "You cannot change your own rights");
            refused(() -> members.remove(place, vera, null), "is no member");
            members.set(place, vera, Role.OFFICER, null);
            refused(() -> members.set(place, vera, Role.MANAGER, null), "is officer by now");
            refused(() -> members.remove(place, vera, Role.VIEWER), "is officer by now");
            assertThat(members.circle("REE").members()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_change_is_in_the_audit_trail_of_its_roadmap(Databases kind) {
        with(kind, (people, members) -> {
            Person vera = person(people, "vera", Role.VIEWER);
            Place place = new Place(person(people, "ada", Role.ADMIN), "REE");
            members.show(place, Visibility.MEMBERS);
            members.show(place, Visibility.MEMBERS);
            members.set(place, vera, Role.OFFICER, null);
            members.set(place, vera, Role.MANAGER, Role.OFFICER);
            members.remove(place, vera, Role.MANAGER);

            AuditTrail.Query query = new AuditTrail.Query("MEMBERSHIP", null, "REE", null, null, null, 10);
            assertThat(people.trail().list(query))
                    .extracting(e -> e.actor() + ": " + e.subject() + " " + e.detail())
                    .containsExactly(
                            "ada: vera removed, was manager",
                            "ada: vera officer became manager",
                            "ada: vera added as officer",
                            "ada: REE for members only");
            assertThat(people.trail().problems()).isEmpty();
        });
    }

    private static Person person(People people, String name, Role role) {
        return people.add(name, name, role);
    }

    private static void refused(Runnable deed, String words) {
        assertThatThrownBy(deed::run).isInstanceOf(Problem.class).hasMessageContaining(words);
    }

    private static void with(Databases kind, BiConsumer<People, Memberships> test) {
        try (Database database = kind.open(new Databases.Clock("2025-11-10T09:00:00Z"))) {
            test.accept(new People(database), new Memberships(database));
        }
    }
}

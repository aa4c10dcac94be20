package milepost.flags.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import milepost.Databases;
import milepost.db.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardStoreTest {
    private final Databases.Clock clock = new Databases.Clock("2025-12-01T09:00:00Z");

    @ParameterizedTest
    @EnumSource
    void a_visit_ends_after_half_an_hour_and_what_came_since_is_new(Databases kind) {
        try (Database database = kind.open(clock)) {
            Visits visits = new Visits(database);
            assertThat(visits.look("mara")).isNull();
            clock.set("2025-12-01T09:20:00Z");
            assertThat(visits.look("mara")).isNull();
            clock.set("2025-12-01T09:49:00Z");
            assertThat(visits.look("mara")).isNull();

            clock.set("2025-12-02T08:00:00Z");
            assertThat(visits.look("mara")).isEqualTo(Instant.parse("2025-12-01T09:49:00Z"));
            clock.set("2025-12-02T08:10:00Z");
            assertThat(visits.look("mara")).isEqualTo(Instant.parse("2025-12-01T09:49:00Z"));
            assertThat(visits.look("ines")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyone_keeps_their_own_views_and_begins_with_one_at_most(Databases kind) {
        try (Database database = kind.open(clock)) {
            SavedViews views = new SavedViews(database);
            views.save("mara", " Mine ", "/flags?assigned=mara", true);
            views.save("mara", "Critical", "/flags?severity=CRITICAL", true);
            views.save("ines", "Mine", "/flags?assigned=ines", false);
            views.save("mara", "Mine", "/flags?assigned=mara&severity=HIGH", false);

            assertThat(views.of("mara"))
                    .extracting(SavedView::name, SavedView::address)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Critical", "/flags?severity=CRITICAL"),
                            org.assertj.core.groups.Tuple.tuple("Mine", "/flags?assigned=mara&severity=HIGH"));
            assertThat(views.findStandard("mara")).map(SavedView::name).hasValue("Critical");
            assertThat(views.findStandard("ines")).isEmpty();

            views.remove("ines", views.of("mara").get(0).id());
            assertThat(views.of("mara")).hasSize(2);
            views.remove("mara", views.of("mara").get(0).id());
            assertThat(views.findStandard("mara")).isEmpty();
            assertThatThrownBy(() -> views.save("mara", " ", "/flags", false)).hasMessageContaining("name");
        }
    }
}

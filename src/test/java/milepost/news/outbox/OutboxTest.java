package milepost.news.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import milepost.Databases;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.flags.FlagRef;
import milepost.flags.decision.Act;
import milepost.flags.decision.Decider;
import milepost.flags.decision.Decision;
import milepost.flags.decision.Triage;
import milepost.news.Scene;
import milepost.news.live.Live;
import milepost.news.live.LiveChange;
import milepost.news.outbox.Undeliverable.Hope;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to flags reaches those who asked for it: once, also when a save fails, a sender dies or the other side is away. */
class OutboxTest {

    @ParameterizedTest
    @EnumSource
    void a_flag_that_is_raised_and_clears_is_told_once_each(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            scene.find("REE-2", Severity.LOW);
            scene.deliver();
            scene.find("REE-1", null);
            scene.find("REE-2", null);
            scene.deliver();
            scene.deliver();

            assertThat(scene.told()).containsExactly("RAISED REE-1", "CLEARED REE-1");
            assertThat(scene.sent()).extracting(Message::name).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_flag_that_becomes_worse_or_returns_is_told_and_one_called_false_is_not(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.HIGH);
            scene.find("REE-1", Severity.CRITICAL);
            decide(scene, new Decision(Triage.ACCEPTED, "The decree is being printed", LocalDate.parse("2025-12-10")));
            scene.clock().set("2025-12-11T09:00:00Z");
            scene.find("REE-1", Severity.CRITICAL);
            decide(scene, new Decision(Triage.FALSE_POSITIVE, "Known to be done", null));
            scene.find("REE-1", null);
            scene.deliver();

            assertThat(scene.told()).containsExactly("RAISED REE-1", "ESCALATED REE-1", "RETURNED REE-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_a_save_that_fails_would_have_told_is_not_told(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.findAndFail("REE-1", Severity.CRITICAL);
            scene.deliver();

            assertThat(scene.told()).isEmpty();
            assertThat(scene.deliveries().waiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_sender_that_dies_before_sending_loses_nothing(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            scene.side = message -> {
                throw new Killed();
            };
            assertThatThrownBy(scene::deliver).isInstanceOf(Killed.class);
            scene.side = message -> {};

            scene.deliver();
            assertThat(scene.told()).as("somebody else may still be sending it").isEmpty();
            scene.clock().set("2025-12-02T09:03:00Z");
            scene.deliver();
            scene.deliver();
            assertThat(scene.told()).containsExactly("RAISED REE-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_dies_between_sending_and_writing_it_down_sends_again_under_the_same_name(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            List<Message> arrived = new java.util.ArrayList<>();
            scene.side = message -> {
                arrived.add(message);
                if (arrived.size() == 1) {
                    throw new Killed();
                }
            };
            assertThatThrownBy(scene::deliver).isInstanceOf(Killed.class);
            scene.clock().set("2025-12-02T09:03:00Z");
            scene.deliver();
            scene.deliver();

            assertThat(arrived).hasSize(2);
            assertThat(arrived)
                    .extracting(Message::name)
                    .containsOnly(arrived.get(0).name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_do_not_send_the_same_message(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            Sender other = scene.sender();
            other.gather();
            scene.side = message -> assertThat(other.send(Channel.WEBHOOK)).isFalse();
            scene.deliver();

            assertThat(scene.sent()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_message_that_does_not_get_through_is_tried_less_and_less_often_then_given_up_in_plain_sight(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            scene.side = failing(Hope.LATER);
            scene.deliver();
            Delivery first = scene.deliveries().list(null, null, 10).get(0);
            assertThat(first.state()).isEqualTo(Delivery.State.WAITING);
            assertThat(first.nextAt()).isEqualTo("2025-12-02T09:00:10Z");
            for (int i = 1; i < Backoff.MOST; i++) {
                scene.clock()
                        .set(scene.deliveries()
                                .list(null, null, 1)
                                .get(0)
                                .nextAt()
                                .toString());
                scene.deliver();
            }
            Delivery dead =
                    scene.deliveries().list(Delivery.State.DEAD, null, 10).get(0);
            assertThat(dead.attempts()).isEqualTo(Backoff.MOST);
            assertThat(dead.error()).isEqualTo("nobody answers");
            assertThat(scene.clock().instant()).isBetween("2025-12-02T15:00:00Z", "2025-12-03T09:00:00Z");

            scene.side = message -> {};
            scene.deliveries().resend("admin", dead.id());
            scene.deliver();
            assertThat(scene.told()).containsExactly("RAISED REE-1");
            assertThatThrownBy(() -> scene.deliveries().resend("admin", dead.id()))
                    .isInstanceOf(Problem.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_address_that_takes_nothing_any_more_stops_what_its_person_is_told_there_until_it_goes_on(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription one = scene.subscribed("mara");
            Subscription other = scene.subscribed("mara");
            Subscription hers = scene.subscribed("nina");
            scene.find("REE-1", Severity.CRITICAL);
            List<String> asked = new java.util.ArrayList<>();
            scene.side = message -> {
                asked.add(message.name());
                throw new Undeliverable(Hope.GONE, "nobody answers");
            };
            scene.deliver();
            scene.side = message -> {};
            scene.find("REE-2", Severity.CRITICAL);
            scene.deliver();

            assertThat(asked).as("once for each person").hasSize(2);
            assertThat(scene.told()).isEmpty();
            assertThat(scene.subscriptions().one("mara", one.id()))
                    .returns(Subscription.State.STOPPED, Subscription::state)
                    .returns("nobody answers", Subscription::why);
            assertThat(scene.subscriptions().one("mara", other.id()).state()).isEqualTo(Subscription.State.STOPPED);

            scene.subscriptions().resume("mara", other.id());
            scene.deliver();
            assertThat(scene.told()).as("what waited comes first").containsExactly("RAISED REE-1");
            scene.subscriptions().resume("nina", hers.id());
            scene.deliveries().resendAll("admin");
            scene.deliver();
            assertThat(scene.sent())
                    .extracting(message -> message.subscription().person())
                    .containsExactly("mara", "nina");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receiver_that_asks_to_be_left_in_peace_is_sent_nothing_before_and_everything_after(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            scene.side = message -> {
                throw Undeliverable.after(Duration.ofMinutes(30), "busy");
            };
            scene.deliver();
            scene.side = message -> {};
            scene.find("REE-2", Severity.CRITICAL);
            scene.clock().set("2025-12-02T09:29:59Z");
            scene.deliver();
            assertThat(scene.told()).isEmpty();
            scene.clock().set("2025-12-02T09:30:00Z");
            scene.deliver();
            assertThat(scene.told()).containsExactlyInAnyOrder("RAISED REE-1", "RAISED REE-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobody_can_ask_for_more_than_six_hours(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            scene.side = message -> {
                throw Undeliverable.after(Duration.ofDays(400), "busy");
            };
            scene.deliver();

            assertThat(scene.deliveries().list(null, null, 1).get(0).nextAt()).isEqualTo("2025-12-02T15:00:00Z");
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_may_not_read_the_roadmap_or_was_disabled_meanwhile_is_told_nothing(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("nobody");
            scene.subscribed("mara");
            scene.mayReadNothing("nobody");
            scene.find("REE-1", Severity.CRITICAL);
            scene.deliver();
            assertThat(scene.sent()).extracting(m -> m.subscription().person()).containsExactly("mara");

            scene.find("REE-1", null);
            scene.sender().gather();
            scene.mayReadNothing("mara");
            scene.deliver();
            assertThat(scene.sent()).hasSize(1);
            assertThat(scene.deliveries().list(Delivery.State.CANCELLED, null, 10))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_digest_tells_all_of_a_day_in_one_message_at_its_hour(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Wish.When daily = new Wish.When("DAILY", "7", null, "Europe/Moscow", null, null);
            scene.confirmed("mara", daily);
            scene.find("REE-1", Severity.CRITICAL);
            scene.find("REE-2", Severity.HIGH);
            scene.deliver();
            scene.clock().set("2025-12-03T03:59:00Z");
            scene.deliver();
            assertThat(scene.sent()).isEmpty();
            scene.clock().set("2025-12-03T04:00:00Z");
            scene.deliver();

            assertThat(scene.sent()).hasSize(1);
            assertThat(scene.told()).containsExactly("RAISED REE-1", "RAISED REE-2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void quiet_hours_hold_news_back_until_they_end_and_lose_none(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Wish.When quiet = new Wish.When("INSTANT", null, null, "UTC", "22", "7");
            scene.subscriptions().create("mara", Scene.wish("WEBHOOK", quiet));
            scene.clock().set("2025-12-02T23:30:00Z");
            scene.find("REE-1", Severity.CRITICAL);
            scene.deliver();
            scene.clock().set("2025-12-03T06:59:00Z");
            scene.deliver();
            assertThat(scene.told()).isEmpty();
            scene.clock().set("2025-12-03T07:00:00Z");
            scene.deliver();
            assertThat(scene.told()).containsExactly("RAISED REE-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_pause_gathers_nothing_and_the_link_of_a_mail_ends_it(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription one = scene.subscribed("mara");
            scene.subscriptions().pause("mara", one.id());
            scene.find("REE-1", Severity.CRITICAL);
            scene.subscriptions().resume("mara", one.id());
            scene.find("REE-2", Severity.CRITICAL);
            scene.deliver();
            assertThat(scene.told()).containsExactly("RAISED REE-2");

            assertThatThrownBy(() -> scene.subscriptions().endByLink(one.id() + ".guessed"))
                    .isInstanceOf(Problem.class);
            String link = one.id() + "." + one.keys().ending();
            scene.subscriptions().endByLink(link);
            scene.subscriptions().endByLink(link);
            scene.find("REE-3", Severity.CRITICAL);
            scene.deliver();
            assertThat(scene.told()).hasSize(1);
            assertThat(scene.subscriptions().of("mara")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_commit_that_changes_flags_has_a_number_and_one_that_fails_has_none(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Live live = new Live(scene.database());
            scene.find("REE-1", Severity.CRITICAL);
            long first = live.last();
            scene.findAndFail("REE-2", Severity.CRITICAL);
            scene.find("REE-1", Severity.CRITICAL);
            assertThat(live.last()).isEqualTo(first);
            scene.find("REE-1", null);

            assertThat(live.after(first, 10))
                    .singleElement()
                    .returns("REE", LiveChange::roadmap)
                    .returns(1, LiveChange::flags);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_arrived_is_taken_away_after_a_month_and_what_was_given_up_is_not(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            scene.subscribed("mara");
            scene.find("REE-1", Severity.CRITICAL);
            scene.deliver();
            scene.find("REE-1", null);
            scene.side = failing(Hope.NEVER);
            scene.deliver();
            assertThat(scene.sender().tidy()).isZero();
            scene.clock().set("2026-01-10T09:00:00Z");

            assertThat(scene.sender().tidy()).isEqualTo(1);
            assertThat(scene.deliveries().list(null, null, 10))
                    .extracting(Delivery::state)
                    .containsExactly(Delivery.State.DEAD);
        }
    }

    private static Transport failing(Hope hope) {
        return message -> {
            throw new Undeliverable(hope, "nobody answers");
        };
    }

    private static void decide(Scene scene, Decision decision) {
        scene.flags()
                .triaging()
                .act(
                        new Decider("mara", Severity.CRITICAL),
                        new FlagRef(1, null),
                        new Act.Decide(decision),
                        scene.clock().instant().atZone(java.time.ZoneOffset.UTC).toLocalDate());
    }

    /** The process ends here. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}

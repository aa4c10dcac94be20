package milepost.news.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import milepost.Databases;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.news.Scene;
import milepost.news.subscription.MailAddress;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Subscription.State;
import milepost.news.subscription.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing but a question is sent to a mail address until its owner has said yes to the person who asked. */
class ConfirmationTest {
    private static final Wish MAIL = Scene.wish("MAIL", Wish.When.AT_ONCE);

    @ParameterizedTest
    @EnumSource
    void nothing_is_told_before_the_owner_of_the_address_says_yes_and_everything_after(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription made = scene.subscriptions().create("mara", MAIL);
            assertThat(made.state()).isEqualTo(State.UNCONFIRMED);
            scene.find("REE-1", Severity.CRITICAL);
            scene.deliver();
            scene.deliver();
            assertThat(scene.sent()).singleElement().returns(true, Message::asks);
            assertThatThrownBy(() -> scene.deliveries().test(made)).isInstanceOf(Problem.class);
            scene.subscriptions().pause("mara", made.id());
            scene.subscriptions().resume("mara", made.id());
            scene.find("REE-2", Severity.CRITICAL);
            scene.deliver();
            assertThat(scene.sent()).as("a pause is no way round").hasSize(1);

            scene.subscriptions().confirmations().confirm(Scene.link(made));
            scene.subscriptions().confirmations().confirm(Scene.link(made));
            scene.find("REE-3", Severity.CRITICAL);
            scene.deliver();
            assertThat(scene.told()).containsExactly("RAISED REE-3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_yes_holds_for_all_that_one_person_wants_sent_there_and_for_nobody_else(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription first = scene.subscriptions().create("mara", MAIL);
            Subscription second = scene.subscriptions().create("mara", MAIL);
            scene.subscriptions().confirmations().confirm(Scene.link(first));
            assertThat(scene.subscriptions().one("mara", second.id()).active()).isTrue();
            assertThat(scene.subscriptions().create("mara", shouted()).active()).isTrue();

            assertThat(scene.subscriptions().create("nina", MAIL).state()).isEqualTo(State.UNCONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_address_needs_a_yes_of_its_own(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription made = scene.confirmed("mara", Wish.When.AT_ONCE);
            scene.find("REE-1", Severity.CRITICAL);
            Subscription changed = scene.subscriptions().change("mara", made.id(), to("else@example.org"));
            scene.deliver();
            assertThat(changed.state()).isEqualTo(State.UNCONFIRMED);
            assertThat(scene.told()).isEmpty();
            assertThatThrownBy(() -> scene.subscriptions().confirmations().confirm(Scene.link(made)))
                    .as("the link of the former address")
                    .isInstanceOf(Problem.class);

            scene.subscriptions().pause("mara", made.id());
            scene.subscriptions().change("mara", made.id(), to("third@example.org"));
            scene.subscriptions().resume("mara", made.id());
            assertThat(scene.subscriptions().one("mara", made.id()).state()).isEqualTo(State.UNCONFIRMED);
            scene.subscriptions().change("mara", made.id(), to("mara@example.org"));
            scene.deliver();
            assertThat(scene.told()).as("what waited").containsExactly("RAISED REE-1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_no_stops_it_and_the_owner_is_not_asked_again(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription made = scene.subscriptions().create("mara", MAIL);
            scene.deliver();
            scene.subscriptions().confirmations().decline(Scene.link(made));
            scene.subscriptions().confirmations().decline(Scene.link(made));

            assertThat(scene.subscriptions().one("mara", made.id()))
                    .returns(State.STOPPED, Subscription::state)
                    .returns("The owner of the address does not want these mails.", Subscription::why);
            assertThatThrownBy(() -> scene.subscriptions().resume("mara", made.id()))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> scene.subscriptions().create("mara", shouted()))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> scene.subscriptions().confirmations().confirm(Scene.link(made)))
                    .isInstanceOf(Problem.class);
            assertThat(scene.sent()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_link_is_good_for_seven_days_and_can_be_sent_again_but_nobody_is_pestered(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription made = scene.subscriptions().create("mara", MAIL);
            scene.deliver();
            assertThatThrownBy(() -> scene.subscriptions().askAgain("mara", made.id()))
                    .isInstanceOf(Problem.class);
            scene.clock().set("2025-12-09T09:00:00Z");
            assertThatThrownBy(() -> scene.subscriptions().confirmations().confirm(Scene.link(made)))
                    .hasMessageContaining("run out");

            for (int minute = 0; minute < 20; minute++) {
                scene.clock().set("2025-12-09T10:%02d:00Z".formatted(minute));
                try {
                    scene.subscriptions().askAgain("mara", made.id());
                } catch (Problem often) {
                    assertThat(often.kind()).isEqualTo(Problem.Kind.CONFLICT);
                }
                scene.deliver();
            }
            assertThat(scene.sent()).as("one at first, three on another day").hasSize(4);
            assertThat(scene.subscriptions()
                            .confirmations()
                            .confirm(Scene.link(made))
                            .address()
                            .state())
                    .isEqualTo(MailAddress.State.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void who_ends_it_from_a_mail_is_asked_before_the_next_and_one_person_asks_few_at_a_time(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription made = scene.confirmed("mara", Wish.When.AT_ONCE);
            scene.subscriptions().endByLink(made.id() + "." + made.keys().ending());
            assertThat(scene.subscriptions().create("mara", MAIL).state()).isEqualTo(State.UNCONFIRMED);

            for (int i = 1; i <= 4; i++) {
                scene.subscriptions().create("mara", to("other" + i + "@example.org"));
            }
            assertThatThrownBy(() -> scene.subscriptions().create("mara", to("other5@example.org")))
                    .isInstanceOf(Problem.class);
            scene.deliver();
            scene.clock().set("2025-12-10T09:00:00Z");
            scene.subscriptions().create("mara", to("other5@example.org"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_question_that_has_become_idle_is_not_sent(Databases kind) {
        try (Scene scene = new Scene(kind)) {
            Subscription ended = scene.subscriptions().create("mara", MAIL);
            Subscription answered = scene.subscriptions().create("nina", MAIL);
            scene.sender().gather();
            scene.subscriptions().end("mara", ended.id());
            scene.subscriptions().confirmations().confirm(Scene.link(answered));
            scene.deliver();

            assertThat(scene.sent()).isEmpty();
            assertThatThrownBy(() -> scene.subscriptions().confirmations().one(Scene.link(ended)))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> scene.subscriptions().confirmations().one(ended.id() + ".guessed"))
                    .isInstanceOf(Problem.class);
        }
    }

    private static Wish shouted() {
        return to("MARA@Example.org");
    }

    private static Wish to(String address) {
        return new Wish("MAIL", address, null, MAIL.severity(), null, null, MAIL.occasions(), Wish.When.AT_ONCE);
    }
}

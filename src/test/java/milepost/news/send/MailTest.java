package milepost.news.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import milepost.Databases;
import milepost.facts.Problem;
import milepost.facts.Severity;
import milepost.news.Scene;
import milepost.news.outbox.Delivery;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail as a real mail server receives it. */
class MailTest {
    private final GreenMail post =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final Scene scene = new Scene(Databases.SQLITE);

    @BeforeEach
    void start() {
        post.start();
    }

    @AfterEach
    void stop() {
        post.stop();
        scene.close();
    }

    @Test
    void it_says_which_flag_and_why_in_text_and_html_and_can_be_ended_from_within() throws Exception {
        Subscription subscription = subscribed();
        scene.side = mail(null, null);
        scene.find("REE-1", Severity.CRITICAL);
        scene.deliver();

        assertThat(post.getReceivedMessages()).hasSize(1);
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Milepost: REE-1 raised: Due 2025-12-01");
        assertThat(mail.getFrom()[0]).hasToString("milepost@example.org");
        assertThat(mail.getAllRecipients()[0]).hasToString("mara@example.org");
        assertThat(mail.getMessageID()).isEqualTo("<news-1-1@milepost.example>");
        String link = "https://milepost.example/unsubscribe/" + subscription.id() + "."
                + subscription.keys().ending();
        assertThat(mail.getHeader("List-Unsubscribe")[0]).isEqualTo("<" + link + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")[0]).isEqualTo("List-Unsubscribe=One-Click");
        BodyPart text = ((MimeMultipart) mail.getContent()).getBodyPart(0);
        BodyPart html = ((MimeMultipart) mail.getContent()).getBodyPart(1);
        assertThat((String) text.getContent())
                .contains("Critical flag raised: REE REE-1", "https://milepost.example/flags/1", link);
        assertThat(html.getContentType()).startsWith("text/html");
        assertThat((String) html.getContent()).contains("<a href=\"https://milepost.example/flags/1\">");
    }

    @Test
    void the_owner_of_an_address_is_asked_in_a_mail_that_holds_no_word_of_the_asker() throws Exception {
        String words = "Your account is locked, call 555";
        Subscription made = scene.subscriptions()
                .create(
                        "mara",
                        new Wish(
                                "MAIL",
                                "owner@example.org",
                                null,
                                "LOW",
                                words,
                                words,
                                java.util.List.of("RAISED"),
                                Wish.When.AT_ONCE));
        scene.side = mail(null, null);
        scene.deliver();

        MimeMessage mail = post.getReceivedMessages()[0];
        String raw = GreenMailUtil.getWholeMessage(mail);
        String text =
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
        assertThat(mail.getAllRecipients()[0]).hasToString("owner@example.org");
        assertThat(text).contains("mara asks", "https://milepost.example/confirm/" + Scene.link(made));
        assertThat(raw).doesNotContain("555").contains("List-Unsubscribe: <https://milepost.example/unsubscribe/");
    }

    @Test
    void several_at_once_are_one_mail_and_it_keeps_its_name_when_sent_again() throws Exception {
        subscribed();
        scene.find("REE-1", Severity.CRITICAL);
        scene.find("REE-<b>2</b>", Severity.HIGH);
        scene.side = mail("milepost", "wrong");
        scene.deliver();
        Delivery waiting = scene.deliveries().list(null, null, 1).get(0);
        assertThat(waiting.state()).isEqualTo(Delivery.State.WAITING);
        assertThat(waiting.error()).doesNotContain("wrong");
        scene.clock().set("2025-12-02T09:05:00Z");
        scene.side = mail(null, null);
        scene.deliver();

        assertThat(post.getReceivedMessages()).hasSize(1);
        MimeMessage mail = post.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Milepost: 2 flags changed");
        assertThat(mail.getMessageID()).isEqualTo("<news-1-1@milepost.example>");
        String html =
                (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
        assertThat(html).contains("REE-&lt;b&gt;2").doesNotContain("<b>2");
    }

    @Test
    void a_server_that_is_away_loses_nothing_and_a_test_arrives() throws Exception {
        Subscription subscription = subscribed();
        scene.side = mail(null, null);
        int port = post.getSmtp().getPort();
        post.stop();
        scene.deliveries().test(subscription);
        scene.deliver();
        assertThat(scene.deliveries().list(Delivery.State.WAITING, null, 10)).hasSize(1);
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        again.start();
        scene.clock().set("2025-12-02T09:05:00Z");
        scene.deliver();

        assertThat(GreenMailUtil.getBody(again.getReceivedMessages()[0])).contains("This is a test");
        again.stop();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT TO   | 550 5.1.1 No such user here    | DEAD    | STOPPED | refused the address for good",
                "RCPT TO   | 551 User not local             | DEAD    | STOPPED | refused the address for good",
                "RCPT TO   | 554 5.7.1 Relay access denied  | WAITING | ACTIVE  | did not take it",
                "RCPT TO   | 450 4.2.1 Mailbox busy         | WAITING | ACTIVE  | did not take it",
                "MAIL FROM | 550 5.7.1 Sender not allowed   | WAITING | ACTIVE  | does not take mail from this server",
                "DATA      | 554 5.6.0 Content refused      | DEAD    | ACTIVE  | refused it for good",
                "DATA      | 451 4.3.0 Try again            | WAITING | ACTIVE  | did not take it"
            })
    void what_a_server_refuses_for_good_is_not_tried_again_and_an_address_that_is_gone_stops(
            String step, String answer, Delivery.State becomes, Subscription.State state, String reason)
            throws Exception {
        Subscription subscription = subscribed();
        scene.find("REE-1", Severity.CRITICAL);
        try (Refusing server = new Refusing(step, answer)) {
            scene.side = new Mail(
                    MailServer.of("smtp://127.0.0.1:" + server.port(), false, null, null, "milepost@example.org"),
                    () -> "https://milepost.example");
            scene.deliver();
        }

        Delivery delivery = scene.deliveries().list(null, null, 1).get(0);
        assertThat(delivery.error()).contains(reason, answer);
        assertThat(delivery.state()).isEqualTo(becomes);
        assertThat(scene.subscriptions().one("mara", subscription.id()).state()).isEqualTo(state);
    }

    @Test
    void settings_that_make_no_sense_are_refused_without_telling_the_password() {
        for (String url :
                new String[] {"mail.example.org", "http://mail.example.org", "smtp://me:secret@mail", "smtp://"}) {
            assertThatThrownBy(() -> MailServer.of(url, true, null, null, "milepost@example.org"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("--smtp-url")
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> MailServer.of("smtp://mail", true, "me", null, "milepost@example.org"))
                .hasMessageContaining("--smtp-password");
        assertThat(MailServer.of("smtps://mail.example.org", true, "me", "secret", "milepost@example.org"))
                .hasToString("mail.example.org:465");
    }

    private Mail mail(String user, String password) {
        String url = "smtp://127.0.0.1:" + post.getSmtp().getPort();
        return new Mail(
                MailServer.of(url, false, user, password, "milepost@example.org"), () -> "https://milepost.example");
    }

    private Subscription subscribed() {
        return scene.confirmed("mara", Wish.When.AT_ONCE);
    }
}

package milepost.news.send;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import milepost.access.Role;
import milepost.news.Scene;
import milepost.news.outbox.Delivery;
import milepost.news.outbox.Message;
import milepost.news.outbox.Sender;
import milepost.news.outbox.Undeliverable;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import milepost.web.Browsing;
import milepost.web.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Mail to officers, as a real mail server receives it: with a link to report in a minute, and only in what is theirs. */
class ReportMailTest {
    private static final String MINE = "REE-2";
    private static final String UPDATE = "https://milepost.example/update/";

    private final GreenMail post =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final List<String> requests = new ArrayList<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Level usual = logger.getLevel();
    private boolean unsure;
    private Site site;
    private Browsing nobody;

    @BeforeEach
    void open() {
        post.start();
        String url = "smtp://127.0.0.1:" + post.getSmtp().getPort();
        Mail mail = new Mail(
                MailServer.of(url, false, null, null, "milepost@example.org"), () -> "https://milepost.example");
        site = Site.telling(
                "2025-11-24T09:00:00Z",
                Map.of(Channel.MAIL, message -> send(mail, message), Channel.WEBHOOK, this::request));
        change("owner", "Officer OF the tests");
        nobody = new Browsing(site, "");
        logger.setLevel(Level.INFO);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setLevel(usual);
        site.close();
        post.stop();
    }

    @Test
    void an_officer_reports_once_through_the_link_in_a_mail_and_nobody_else_gets_one() throws Exception {
        asks(Role.OFFICER, "MAIL");
        asks(Role.MANAGER, "MAIL");
        asks(Role.OFFICER, "WEBHOOK");
        raise();
        deliver();

        String mine = text(mailTo(Role.OFFICER).get(0), 0);
        String secret = secret(mailTo(Role.OFFICER).get(0));
        assertThat(Stream.of(mine.split("(?=[A-Z][a-z]+ flag raised: )")))
                .as("each flag about the officer's milestone, and no other, has the link")
                .hasSizeGreaterThan(1)
                .allSatisfy(flag -> assertThat(flag.contains("Report in a minute: " + UPDATE + secret))
                        .isEqualTo(flag.contains("flag raised: REE " + MINE + " ")));
        assertThat(text(mailTo(Role.OFFICER).get(0), 1))
                .contains("<a href=\"" + UPDATE + secret + "\">Report in a minute</a>");
        assertThat(text(mailTo(Role.MANAGER).get(0), 0)).contains("REE " + MINE).doesNotContain("/update/");
        assertThat(requests).isNotEmpty().noneMatch(body -> body.contains("/update/") || body.contains(secret));

        assertThat(report(secret, "Nearly done")).isEqualTo(303);
        assertThat(report(secret, "Done twice")).isEqualTo(409);
        assertThat(nobody.get("/update/" + secret).text()).contains("This link has done its work");

        assertThat(site.holds("Nearly done")).isTrue();
        assertThat(site.holds(secret)).isFalse();
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).noneMatch(line -> line.contains(secret));
    }

    @Test
    void a_mail_that_is_sent_again_has_a_new_link_and_the_one_before_ends() throws Exception {
        asks(Role.OFFICER, "MAIL");
        raise();
        unsure = true;
        deliver();
        unsure = false;
        site.clock().set("2026-02-02T09:05:00Z");
        deliver();

        List<MimeMessage> mails = mailTo(Role.OFFICER);
        assertThat(mails).hasSize(2);
        assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
        assertThat(nobody.get("/update/" + secret(mails.get(0))).status()).isEqualTo(404);
        assertThat(report(secret(mails.get(1)), "Nearly done")).isEqualTo(303);
    }

    @Test
    void a_link_through_which_a_report_came_stays_when_the_mail_is_sent_again() throws Exception {
        asks(Role.OFFICER, "MAIL");
        raise();
        unsure = true;
        deliver();
        unsure = false;
        String used = secret(mailTo(Role.OFFICER).get(0));
        assertThat(report(used, "Nearly done")).isEqualTo(303);
        site.clock().set("2026-02-02T09:05:00Z");
        deliver();

        assertThat(nobody.get("/update/" + used).text()).contains("Nearly done", "This link has done its work");
    }

    /** The rules find something about the officer's milestone at once, and about others two months later. */
    private void raise() {
        change("forecast", "Mar 2027");
        site.clock().set("2026-02-02T09:00:00Z");
        site.roadmaps().sweep();
    }

    private void change(String field, String value) {
        String cell = "/roadmaps/REE/milestones/" + MINE + "/cell/" + field;
        Browsing officer = new Browsing(site, Role.OFFICER);
        String version = officer.get(cell).find("name=\"version\" value=\"([0-9]+)\"");
        assertThat(officer.post(cell, cell, Map.of("version", version, field, value))
                        .status())
                .isEqualTo(303);
    }

    private void send(Mail mail, Message message) throws Undeliverable {
        mail.send(message);
        if (unsure) {
            throw new Undeliverable(Undeliverable.Hope.LATER, "The connection ended before the answer.");
        }
    }

    private void request(Message message) {
        requests.add(CloudEvents.of(message, "https://milepost.example") + message);
    }

    private void asks(Role role, String channel) {
        String target = channel.equals("MAIL") ? address(role) : "https://hooks.example.org/flags";
        Wish wish = new Wish(channel, target, "REE", null, null, null, List.of("RAISED"), Wish.When.AT_ONCE);
        Subscription made = site.parts().news().subscriptions().create(Site.name(role), wish);
        if (channel.equals("MAIL")) {
            site.parts().news().subscriptions().confirmations().confirm(Scene.link(made));
        }
    }

    private static String address(Role role) {
        return Site.name(role) + "@example.org";
    }

    private void deliver() {
        Sender sender = site.parts().news().sender();
        sender.gather();
        while (sender.send(Channel.MAIL) || sender.send(Channel.WEBHOOK)) {
            Thread.onSpinWait();
        }
        assertThat(site.parts().news().deliveries().list(Delivery.State.DEAD, null, 1))
                .isEmpty();
    }

    private List<MimeMessage> mailTo(Role role) throws Exception {
        List<MimeMessage> mails = new ArrayList<>();
        for (MimeMessage mail : post.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address(role))) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static String text(MimeMessage mail, int part) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
    }

    private static String secret(MimeMessage mail) throws Exception {
        return text(mail, 0).replaceFirst("(?s).*?" + UPDATE + "(\\S+).*", "$1");
    }

    /** Sends a report through a link, as its page does; the status of the answer. */
    private int report(String secret, String text) {
        String page = "/update/" + secret;
        String version = String.valueOf(site.roadmaps()
                .snapshot("REE")
                .findMilestone(MINE)
                .orElseThrow()
                .recorded()
                .version());
        return nobody.post(page, page, Map.of("version", version, "report/progress", "60", "report/text", text))
                .status();
    }
}

package milepost.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import milepost.access.Role;
import milepost.flags.decision.Triage;
import milepost.flags.life.Cause;
import milepost.flags.life.Flag;
import milepost.flags.life.FlagEvent;
import milepost.flags.store.FlagQuery;
import milepost.news.Scene;
import milepost.news.outbox.Sender;
import milepost.news.send.Mail;
import milepost.news.send.MailServer;
import milepost.news.send.Webhook;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Subscriptions;
import milepost.news.subscription.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An officer saves, a manager hears of it and accepts until a date, the date passes, and whoever asked for it is told, once each. */
class ThreePeopleIT {
    private final GreenMail post =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final List<String> received = new ArrayList<>();
    private HttpServer program;
    private Site site;

    @BeforeEach
    void open() throws Exception {
        post.start();
        program = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        program.start();
        MailServer server = MailServer.of(
                "smtp://127.0.0.1:" + post.getSmtp().getPort(), false, null, null, "milepost@example.org");
        site = Site.telling(
                "2025-11-24T09:00:00Z",
                Map.of(
                        Channel.MAIL, new Mail(server, () -> "https://milepost.example"),
                        Channel.WEBHOOK, new Webhook(() -> "https://milepost.example", true)));
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
        program.stop(0);
        post.stop();
    }

    @Test
    void an_accepted_flag_returns_and_all_who_asked_are_told_once() throws Exception {
        asks("manager", "MAIL", "manager@example.org");
        asks("viewer", "WEBHOOK", "http://127.0.0.1:" + program.getAddress().getPort() + "/");
        Page manager = site.signedIn(Role.MANAGER, Screen.WIDE_LIGHT);
        manager.navigate("/flags");
        assertThat(manager.locator("#live-state")).hasText("Live");
        String first = manager.locator("table.tbl tbody tr").first().innerText();

        Page officer = site.signedIn(Role.OFFICER, Screen.WIDE_LIGHT);
        officer.navigate("/roadmaps/REE/milestones/REE-2");
        officer.getByLabel("Forecast").first().fill("Mar 2027");
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .last()
                .click();

        assertThat(manager.locator("#live .note")).containsText("changed while this page was open");
        assertThat(manager.locator("table.tbl tbody tr").first().innerText())
                .as("no row moves")
                .isEqualTo(first);
        assertThat(Looks.complaints(manager)).isEmpty();
        assertThat(officer.locator("#live .note")).hasCount(0);
        assertThat(Looks.complaints(site.signedIn(Role.MANAGER, Screen.PHONE_DARK), "/account/notifications"))
                .isEmpty();
        assertThat(Looks.complaints(site.signedIn(Role.ADMIN, Screen.WIDE_LIGHT), "/admin/deliveries"))
                .isEmpty();
        manager.getByText("Show changes").click();
        assertThat(manager.locator("#live .note")).hasCount(0);
        Flag flag = late();
        manager.navigate("/flags/" + flag.id());
        manager.getByText("Accept until a date").click();
        manager.getByLabel("Reason").fill("The partners are talking");
        manager.getByLabel("Accept until", new Page.GetByLabelOptions().setExact(true))
                .fill("2025-12-20");
        manager.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record decision"))
                .click();
        assertThat(manager.locator(".facts").first()).containsText("Accepted until 20 Dec 2025");

        site.clock().set("2025-12-21T09:00:00Z");
        Page viewer = site.signedInAnew(Role.VIEWER, Screen.PHONE_LIGHT);
        viewer.navigate("/roadmaps/REE");
        site.roadmaps().sweep();
        assertThat(viewer.locator("#live .note")).containsText("changed while this page was open");
        deliver();
        deliver();

        assertThat(late().triage()).isEqualTo(Triage.UNTRIAGED);
        assertThat(site.flags().events(flag.id()))
                .last()
                .returns(FlagEvent.Kind.RETURNED, FlagEvent::event)
                .returns(Cause.Kind.EXPIRY, event -> event.cause().kind());
        assertThat(post.getReceivedMessages()).hasSize(1);
        assertThat(post.getReceivedMessages()[0].getSubject()).contains("REE-2 returned");
        assertThat(received).hasSize(1);
        assertThat(received.get(0)).contains("\"milepost.flag.returned\"", "\"EXPIRY\"", "REE-2");
    }

    private void asks(String person, String channel, String target) {
        Subscriptions subscriptions = site.parts().news().subscriptions();
        Subscription made = subscriptions.create(
                person,
                new Wish(
                        channel,
                        target,
                        "REE",
                        null,
                        "schedule/forecast-after-due",
                        null,
                        List.of("RETURNED"),
                        Wish.When.AT_ONCE));
        if (channel.equals("MAIL")) {
            subscriptions.confirmations().confirm(Scene.link(made));
        }
    }

    private Flag late() {
        return site.flags()
                .list(FlagQuery.active().ofRule("schedule/forecast-after-due").about("REE-2"))
                .get(0);
    }

    private void deliver() {
        Sender sender = site.parts().news().sender();
        sender.gather();
        while (sender.send(Channel.MAIL) || sender.send(Channel.WEBHOOK)) {
            Thread.onSpinWait();
        }
    }
}

package milepost.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import milepost.access.Role;
import milepost.news.Scene;
import milepost.news.outbox.Message;
import milepost.news.outbox.Transport;
import milepost.news.outbox.Undeliverable;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.web.Site;
import milepost.web.api.Client;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

/** What people ask to be told, by the pages and by programs, and what administrators see of it. */
class NotificationsTest {
    private static final String FORM =
            "channel=WEBHOOK&target=https%3A%2F%2Fhooks.example.org%2Fsecret-path&severity=HIGH"
                    + "&rhythm=INSTANT&zone=UTC&occasions=RAISED&occasions=CLEARED&roadmap=REE";

    private final List<Message> sent = new ArrayList<>();
    private boolean away;
    private final Transport side = message -> {
        if (away) {
            throw new Undeliverable(Undeliverable.Hope.NEVER, "nobody is there");
        }
        sent.add(message);
    };
    private final Site site = Site.telling("2025-11-24T09:00:00Z", Map.of(Channel.WEBHOOK, side));

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void the_key_of_a_webhook_is_shown_once_and_its_subscription_is_its_persons_own() throws Exception {
        String made = post("/account/notifications", FORM, Role.OFFICER).body();
        Subscription one = site.parts().news().subscriptions().of("officer").get(0);
        assertThat(made).contains(one.keys().shown());
        String later = get("/account/notifications", Role.OFFICER).body();
        assertThat(later)
                .contains("High flags and worse of REE", "raised, cleared")
                .doesNotContain("whsec_");

        assertThat(get("/account/notifications/" + one.id(), Role.MANAGER).statusCode())
                .isEqualTo(404);
        assertThat(post("/account/notifications/" + one.id() + "/end", "", Role.ADMIN)
                        .statusCode())
                .isEqualTo(404);
        assertThat(post("/account/notifications/" + one.id() + "/end", "", Role.OFFICER)
                        .statusCode())
                .isEqualTo(303);
        assertThat(get("/account/notifications", Role.OFFICER).body()).contains("Nothing yet");
    }

    @Test
    void the_owner_of_a_mail_address_says_yes_or_no_without_signing_in_and_a_look_at_the_link_says_nothing()
            throws Exception {
        try (Site other = Site.telling("2025-11-24T09:00:00Z", Map.of(Channel.MAIL, side))) {
            String form = FORM.replace("WEBHOOK", "MAIL").replaceFirst("target=[^&]*", "target=kim%40example.org");
            Web web = new Web(other);
            assertThat(web.send("POST", "/account/notifications", form, Role.OFFICER)
                            .statusCode())
                    .isEqualTo(303);
            Subscription made =
                    other.parts().news().subscriptions().of("officer").get(0);
            String link = "/confirm/" + Scene.link(made);
            assertThat(web.send("GET", "/account/notifications", "", Role.OFFICER)
                            .body())
                    .contains("Not confirmed", "Send the link again");
            assertThat(web.send("POST", "/account/notifications/" + made.id() + "/ask", "", Role.MANAGER)
                            .statusCode())
                    .isEqualTo(404);

            assertThat(web.anonymous("GET", link, "").body()).contains("Yes, send them", "officer asks");
            assertThat(web.anonymous("POST", link + "x", "answer=yes").statusCode())
                    .isEqualTo(404);
            assertThat(other.parts()
                            .news()
                            .subscriptions()
                            .one("officer", made.id())
                            .active())
                    .isFalse();
            assertThat(web.anonymous("POST", link, "answer=yes").body()).contains("will be sent to you");
            assertThat(other.parts()
                            .news()
                            .subscriptions()
                            .one("officer", made.id())
                            .active())
                    .isTrue();
            assertThat(web.anonymous("POST", link, "answer=no").body()).contains("Nothing will be sent to you");
            assertThat(web.send("GET", "/account/notifications", "", Role.OFFICER)
                            .body())
                    .contains("Stopped", "The owner of the address does not want these mails.");
            assertThat(web.send("POST", "/account/notifications/" + made.id() + "/resume", "", Role.OFFICER)
                            .body())
                    .contains("does not want mail that you ask for");
        }
    }

    @Test
    void what_is_wrong_is_named_at_its_field_and_what_was_typed_stays() throws Exception {
        String typed = FORM.replace("https%3A%2F%2F", "ftp%3A%2F%2F").replace("zone=UTC", "zone=Nowhere")
                + "&hour=25&quietFrom=3";
        HttpResponse<String> answer = post("/account/notifications", typed, Role.OFFICER);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("<title>Error: Notifications", "There is a problem", "ftp://hooks.example.org/secret-path")
                .contains("href=\"#target\"", "href=\"#zone\"", "href=\"#hour\"", "href=\"#quietUntil\"");
        assertThat(post("/account/notifications", FORM.replace("WEBHOOK", "MAIL"), Role.OFFICER)
                        .body())
                .contains("This server sends no mail");
        assertThat(site.parts().news().subscriptions().of("officer")).isEmpty();
    }

    @Test
    void a_message_that_was_given_up_is_seen_by_administrators_and_sent_again() throws Exception {
        post("/account/notifications", FORM, Role.OFFICER);
        long id = site.parts().news().subscriptions().of("officer").get(0).id();
        away = true;
        post("/account/notifications/" + id + "/test", "", Role.OFFICER);
        deliver();

        assertThat(get("/account/notifications", Role.OFFICER).body()).contains("Test given up", "nobody is there");
        String seen = get("/admin/deliveries", Role.ADMIN).body();
        assertThat(seen).contains("Given up", "https://hooks.example.org/…").doesNotContain("secret-path");
        assertThat(get("/admin/deliveries", Role.MANAGER).statusCode()).isEqualTo(403);

        away = false;
        post("/admin/deliveries/resend", "", Role.ADMIN);
        deliver();
        assertThat(sent).hasSize(1);
        assertThat(get("/account/notifications", Role.OFFICER).body()).contains("Test arrived");
    }

    @Test
    void a_mail_program_ends_a_subscription_in_one_step_and_a_look_at_the_link_ends_nothing() throws Exception {
        post("/account/notifications", FORM, Role.OFFICER);
        Subscription one = site.parts().news().subscriptions().of("officer").get(0);
        String link = "/unsubscribe/" + one.id() + "." + one.keys().ending();

        assertThat(anonymous("GET", link, "").body()).contains("Unsubscribe</button>");
        assertThat(site.parts().news().subscriptions().of("officer")).hasSize(1);
        assertThat(anonymous("POST", link + "x", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(404);
        assertThat(anonymous("POST", link, "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(200);
        assertThat(anonymous("POST", link, "List-Unsubscribe=One-Click").body()).contains("You are told no more");
        assertThat(site.parts().news().subscriptions().of("officer")).isEmpty();
    }

    @Test
    void a_reader_of_feeds_has_an_address_with_the_filters_of_the_list_until_it_is_ended() throws Exception {
        site.roadmaps().sweep();
        Matcher shown = Pattern.compile("<code class=.brk.>http[^<]*(/feeds/[^<]+[.]atom)</code>")
                .matcher(post("/account/notifications/feed", "", Role.OFFICER).body());
        assertThat(shown.find()).isTrue();
        Element feed = xml(anonymous("GET", shown.group(1) + "?severity=CRITICAL&severity=HIGH", "")
                .body());
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        int entries = feed.getElementsByTagName("entry").getLength();
        assertThat(entries)
                .isPositive()
                .isLessThan(xml(anonymous("GET", shown.group(1), "").body())
                        .getElementsByTagName("entry")
                        .getLength());
        for (String owed : List.of("id", "title", "updated")) {
            assertThat(feed.getElementsByTagName(owed).getLength()).as(owed).isEqualTo(entries + 1);
        }
        assertThat(feed.getElementsByTagName("id").item(1).getTextContent()).startsWith("urn:uuid:");
        assertThat(xml(get("/flags.atom", Role.VIEWER).body())
                        .getElementsByTagName("id")
                        .item(1)
                        .getTextContent())
                .startsWith("urn:uuid:");

        String id = get("/account/notifications", Role.OFFICER).body().replaceAll("(?s).*feed/([0-9]+)/end.*", "$1");
        assertThat(post("/account/notifications/feed/" + id + "/end", "", Role.MANAGER)
                        .statusCode())
                .isEqualTo(404);
        post("/account/notifications/feed/" + id + "/end", "", Role.OFFICER);
        assertThat(anonymous("GET", shown.group(1), "").statusCode()).isEqualTo(404);
        assertThat(anonymous("GET", shown.group(1).replace(".atom", ".ics"), "").statusCode())
                .isEqualTo(404);
    }

    private static Element xml(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    @Test
    void programs_ask_for_the_same_and_get_answers_that_the_document_describes() {
        Client client = Client.of(site, Role.OFFICER);
        JsonNode made = client.post("/subscriptions", """
                        {"channel": "WEBHOOK", "target": "https://hooks.example.org/x", "roadmap": "REE",
                         "occasions": ["RAISED", "RETURNED"], "rhythm": "DAILY", "hour": 7, "zone": "Europe/Moscow"}
                        """).json();
        assertThat(made.get("secret").asString()).startsWith("whsec_");
        JsonNode listed = client.get("/subscriptions").json().get("items").get(0);
        assertThat(listed.get("hour").asInt()).isEqualTo(7);
        assertThat(listed.has("secret")).isFalse();

        String one = "/subscriptions/" + made.get("id").asInt();
        assertThat(client.post(one + "/pause", "{}").json().get("state").asString())
                .isEqualTo("PAUSED");
        assertThat(client.post(one + "/test", "{}").status()).isEqualTo(409);
        assertThat(client.post(one + "/resume", "{}").json().get("state").asString())
                .isEqualTo("ACTIVE");
        assertThat(client.post(one + "/test", "{}").status()).isEqualTo(200);
        deliver();
        JsonNode delivery = Client.of(site, Role.ADMIN)
                .get("/deliveries?state=SENT")
                .json()
                .get("items")
                .get(0);
        assertThat(delivery.get("attempts").asInt()).isEqualTo(1);
        assertThat(client.post(one + "/end", "{}").status()).isEqualTo(200);
        assertThat(client.post("/subscriptions", "{\"channel\": \"WEBHOOK\", \"roadmap\": \"NONE\"}")
                        .status())
                .isEqualTo(422);
    }

    private void deliver() {
        site.parts().news().sender().gather();
        while (site.parts().news().sender().send(Channel.WEBHOOK)) {
            Thread.onSpinWait();
        }
    }

    private HttpResponse<String> get(String path, Role role) throws Exception {
        return new Web(site).send("GET", path, "", role);
    }

    private HttpResponse<String> post(String path, String form, Role role) throws Exception {
        return new Web(site).send("POST", path, form, role);
    }

    private HttpResponse<String> anonymous(String method, String path, String form) throws Exception {
        return new Web(site).anonymous(method, path, form);
    }

    /** A browser without scripts. */
    private record Web(Site site) {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        HttpResponse<String> send(String method, String path, String form, Role role) throws Exception {
            String session = site.session(role);
            return CLIENT.send(
                    request(method, path, form)
                            .header("Cookie", "milepost_session=" + session)
                            .header("X-CSRF-Token", Visitor.csrf(session))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> anonymous(String method, String path, String form) throws Exception {
            return CLIENT.send(request(method, path, form).build(), BodyHandlers.ofString());
        }

        private HttpRequest.Builder request(String method, String path, String form) {
            return HttpRequest.newBuilder(URI.create(site.address() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, HttpRequest.BodyPublishers.ofString(form));
        }
    }
}

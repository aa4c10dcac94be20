package milepost.web.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.access.Person;
import milepost.access.Role;
import milepost.access.oidc.OpenIdSettings;
import milepost.news.Scene;
import milepost.news.send.Mail;
import milepost.news.send.MailServer;
import milepost.news.send.Webhook;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Wish;
import milepost.web.Site;
import milepost.web.api.Client;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Everything that only one person or program is to know is used, rightly and wrongly; then it is looked for where it must not be. */
class SecretsTest {
    private static final String MAIL_PASSWORD = "mail-password-58271";
    private static final String PASSWORD = "correct-horse-battery-91";
    private static final String MISTYPED = "correct-horse-battery-19";
    private static final String PATH = "T0PSECRETPATH";

    private final HttpClient http = HttpClient.newHttpClient();
    private final GreenMail post =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("milepost");
    private final Logger requests = (Logger) LoggerFactory.getLogger("milepost.requests");
    private final Map<Logger, Level> usual = new HashMap<>();
    private final Map<String, String> secrets = new TreeMap<>();
    private final StringBuilder problems = new StringBuilder();
    private LocalProvider provider;
    private Site site;

    @BeforeEach
    void open() throws Exception {
        post.start();
        post.setUser("milepost@example.org", "milepost", "another");
        provider = new LocalProvider();
        List.of(root, ours, requests).forEach(logger -> usual.put(logger, logger.getLevel()));
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
        requests.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
        MailServer server = MailServer.of(
                "smtp://127.0.0.1:" + post.getSmtp().getPort(),
                false,
                "milepost",
                MAIL_PASSWORD,
                "milepost@example.org");
        site = Site.telling(
                "2025-11-24T09:00:00Z",
                Map.of(
                        Channel.MAIL,
                        new Mail(server, () -> "https://milepost.example"),
                        Channel.WEBHOOK,
                        new Webhook(() -> "https://milepost.example", true)),
                new OpenIdSettings(
                        URI.create(provider.issuer()),
                        LocalProvider.CLIENT,
                        LocalProvider.SECRET,
                        "groups",
                        OpenIdSettings.roles("pmo=MANAGER")));
        secrets.put("password of the mail server", MAIL_PASSWORD);
        secrets.put("secret at the identity provider", LocalProvider.SECRET);
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        usual.forEach(Logger::setLevel);
        site.close();
        provider.close();
        post.stop();
    }

    @Test
    void no_secret_gets_into_the_log_the_figures_a_refusal_or_in_the_clear_into_the_database() throws Exception {
        signIn();
        signInElsewhere();
        tokens();
        links();
        news();
        String told = log.list.stream().map(SecretsTest::line).collect(Collectors.joining("\n"));
        String figures = get("/metrics", "").body();

        assertThat(secrets)
                .hasSizeGreaterThan(14)
                .allSatisfy(
                        (name, secret) -> assertThat(secret.length()).as(name).isGreaterThan(7));
        assertThat(told).as("the log was read").contains("GET /update/{token}", "did not get through");
        secrets.forEach((name, secret) -> {
            assertThat(told).as(name + " in the log").doesNotContain(secret);
            assertThat(figures).as(name + " in the figures").doesNotContain(secret);
            assertThat(!problems.toString().contains(secret) || name.equals("key of forms"))
                    .as(name + " in a refusal")
                    .isTrue();
            assertThat(name.startsWith("address") || !site.holds(secret))
                    .as(name + " in the database")
                    .isTrue();
        });
        assertThat(site.holds("a-request-of-its-own")).isFalse();
        assertThat(site.damage()).isEmpty();
    }

    private static String line(ILoggingEvent event) {
        String thrown = event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
        return event.getFormattedMessage() + " " + event.getMDCPropertyMap() + " " + thrown;
    }

    private void signIn() throws Exception {
        String session = site.session(Role.OFFICER);
        Person officer = site.people().findBySession(session).orElseThrow();
        site.people().setPassword(officer, PASSWORD, session);
        secrets.put("session", session);
        secrets.put("key of forms", Visitor.csrf(session));
        secrets.put("password", PASSWORD);
        secrets.put("password with a slip", MISTYPED);
        keep(post("/sign-in", "name=officer&password=" + MISTYPED, ""));
        HttpResponse<String> in = post("/sign-in", "name=officer&password=" + PASSWORD, "");
        secrets.put("session by password", cookie(in, "milepost_session"));
        keep(get("/flags/9999", cookie(in, "milepost_session")));
        keep(get("/flags", "not-a-session-" + session));
    }

    private void signInElsewhere() throws Exception {
        provider.is("s-1", "nina", List.of("pmo"));
        HttpResponse<String> begun = get("/sign-in/openid?next=%2Fflags", "");
        String browser = cookie(begun, "milepost_sign_on");
        URI answer = provider.signsIn(
                URI.create(begun.headers().firstValue("Location").orElseThrow()));
        secrets.put("code of the identity provider", parameter(answer, "code"));
        secrets.put("browser of a sign-in", browser);
        keep(send(HttpRequest.newBuilder(URI.create(answer + "0")).header("Cookie", "milepost_sign_on=" + browser)));
        begun = get("/sign-in/openid?next=%2Fflags", "");
        browser = cookie(begun, "milepost_sign_on");
        answer = provider.signsIn(
                URI.create(begun.headers().firstValue("Location").orElseThrow()));
        HttpResponse<String> in = send(HttpRequest.newBuilder(answer).header("Cookie", "milepost_sign_on=" + browser));
        secrets.put("second code of the identity provider", parameter(answer, "code"));
        secrets.put("session by identity provider", cookie(in, "milepost_session"));
        assertThat(in.statusCode()).isEqualTo(303);
    }

    private void tokens() {
        String token = site.people().token("officer", Role.OFFICER, "of the tests", null);
        secrets.put("token", token);
        Client program = Client.withToken(site, token);
        problems.append(program.get("/flags/9999").text());
        problems.append(program.post("/roadmaps", "{\"key\": 7}").text());
        problems.append(Client.withToken(site, token + "x").get("/flags").text());
        Client.Answer made =
                program.post("/subscriptions", """
                {"channel": "WEBHOOK", "target": "http://127.0.0.1:1/%s", "occasions": ["RAISED"]}
                """.formatted(PATH), "Idempotency-Key", "a-request-of-its-own");
        secrets.put("key of a webhook", made.json().get("secret").asString());
        secrets.put("address of a webhook", PATH);
        assertThat(program.post("/subscriptions", """
                {"channel": "WEBHOOK", "target": "http://127.0.0.1:1/%s", "occasions": ["RAISED"]}
                """.formatted(PATH), "Idempotency-Key", "a-request-of-its-own")
                        .text())
                .isEqualTo(made.text());
        program.post("/subscriptions/" + made.json().get("id").asInt() + "/test", "{}");
    }

    private void links() throws Exception {
        String session = site.session(Role.OFFICER);
        secrets.put("link to sign in", site.people().link("viewer"));
        keep(get("/sign-in/link/" + secrets.get("link to sign in"), ""));
        keep(post("/sign-in/link/" + secrets.get("link to sign in") + "x", "", ""));
        Person officer = site.people().findBySession(session).orElseThrow();
        secrets.put(
                "link to report",
                site.parts().desk().links().create(officer, "REE", "REE-1").secret());
        keep(get("/update/" + secrets.get("link to report"), ""));
        post("/update/" + secrets.get("link to report"), "progress=900", "");
        Matcher feed = Pattern.compile("/feeds/([^.]+)[.]atom")
                .matcher(post("/account/notifications/feed", "csrf=" + Visitor.csrf(session), session)
                        .body());
        assertThat(feed.find()).isTrue();
        secrets.put("link to the feed", feed.group(1));
        keep(get("/feeds/" + feed.group(1) + ".atom?severity=NONE", ""));
    }

    private void news() throws Exception {
        Subscription made = site.parts()
                .news()
                .subscriptions()
                .create(
                        "officer",
                        new Wish(
                                "MAIL",
                                "officer@example.org",
                                "REE",
                                "LOW",
                                null,
                                null,
                                List.of("RAISED"),
                                Wish.When.AT_ONCE));
        secrets.put("link to confirm", made.keys().confirming(made.target()));
        secrets.put("link to unsubscribe", made.keys().ending());
        site.parts().news().sender().gather();
        while (site.parts().news().sender().send(Channel.MAIL)
                || site.parts().news().sender().send(Channel.WEBHOOK)) {
            Thread.onSpinWait();
        }
        keep(get("/confirm/" + Scene.link(made), ""));
        keep(post("/confirm/" + Scene.link(made) + "x", "answer=yes", ""));
        keep(post("/confirm/" + Scene.link(made), "answer=yes", ""));
        keep(get("/unsubscribe/" + made.id() + "." + made.keys().ending(), ""));
        keep(post("/unsubscribe/" + made.id() + "." + made.keys().ending(), "", ""));
        String seen = get("/admin/deliveries", site.session(Role.ADMIN)).body();
        assertThat(seen)
                .contains("The mail server does not take the name and password")
                .doesNotContain(PATH);
        problems.append(seen);
    }

    /** Keeps what was refused. */
    private void keep(HttpResponse<String> answer) {
        if (answer.statusCode() >= 400) {
            problems.append(answer.body());
        }
    }

    private HttpResponse<String> get(String path, String session) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + session));
    }

    private HttpResponse<String> post(String path, String form, String session) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(site.address() + path))
                .header("Cookie", "milepost_session=" + session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String parameter(URI address, String name) {
        Matcher found = Pattern.compile("[?&]" + URLEncoder.encode(name, UTF_8) + "=([^&]+)")
                .matcher(address.toString());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.replaceFirst("^[^=]*=", "").replaceFirst(";.*", ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}

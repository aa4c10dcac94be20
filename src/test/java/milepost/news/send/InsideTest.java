package milepost.news.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import milepost.Databases;
import milepost.facts.Problem;
import milepost.news.Scene;
import milepost.news.outbox.Message;
import milepost.news.outbox.Undeliverable;
import milepost.news.outbox.Undeliverable.Hope;
import milepost.news.subscription.Channel;
import milepost.news.subscription.Subscription;
import milepost.news.subscription.Subscriptions;
import milepost.news.subscription.Ways;
import milepost.news.subscription.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which programs are never reached: those in the machine's own networks, however their address is written. */
class InsideTest {
    private static final Scene SCENE = new Scene(Databases.SQLITE);
    private static final Subscription ANY = SCENE.subscribed("mara");

    @AfterAll
    static void close() {
        SCENE.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.9.10",
                "localhost",
                "LOCALHOST",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:a9fe:a9fe]",
                "[::127.0.0.1]",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "[fc00::1]",
                "[fd12:3456::1]",
                "[fe80::1]",
                "[fec0::1]",
                "[ff02::1]",
                "[64:ff9b::10.0.0.1]",
                "[64:ff9b:1::1]",
                "[2002:7f00:1::]",
                "[2002:a9fe:a9fe::1]",
                "[2001:0:1::1]",
                "[2001:db8::1]",
                "[2606:4700::5efe:10.0.0.1]",
                "[100::1]",
                "2130706433"
            })
    void an_address_inside_is_never_connected_to(String host) throws Exception {
        try (ServerSocket inside = new ServerSocket(0)) {
            inside.setSoTimeout(1);
            Message message = message("http://" + host + ":" + inside.getLocalPort() + "/hook");

            assertThatThrownBy(() -> new Webhook(() -> "https://milepost.example", false).send(message))
                    .isInstanceOf(Undeliverable.class)
                    .hasMessageContaining("own networks")
                    .extracting(e -> ((Undeliverable) e).hope())
                    .isEqualTo(Hope.NEVER);
            assertThatThrownBy(inside::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/",
                "http://metadata.localhost/",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://169.254.169.254/latest/meta-data/",
                "http://0.0.0.0/",
                "http://[fd00::1]/",
                "http://10.0.0.1:22/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.1/",
                "http://017700000001/",
                "http://0177.0.0.1/",
                "http://127.1/",
                "http://0/",
                "http://8.8.8.8:0/",
                "http://[fe80::1%25eth0]/",
                "http://[fe80::1%eth0]/",
                "http://user@example.org/",
                "http://user:word@example.org/",
                "http://example.org@127.0.0.1/",
                "http://127.0.0.1\\@example.org/",
                "http://b\u00fccher.example/",
                "http://\u2460\u2461\u2466.0.0.1/",
                "http://example.org:99999/",
                "http:///x",
                "http:example.org",
                "gopher://example.org/",
                "file:///etc/passwd",
                "//example.org/",
                "http://example.org/#part",
                "http://example.org/a b",
                "http://example.org/\r\nX: y"
            })
    void what_leads_inside_or_misleads_is_refused_at_its_field(String target) {
        Subscriptions subscriptions = subscriptions(false);

        assertThatThrownBy(() -> subscriptions.create("nina", wish(target)))
                .isInstanceOf(Problem.class)
                .extracting(e -> ((Problem) e).fields().get(0).field())
                .isEqualTo("target");
        assertThat(subscriptions.of("nina")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org/flags?token=1",
                "http://8.8.8.8/",
                "https://[2606:4700::1111]:8443/",
                "https://xn--bcher-kva.example/",
                "https://10.example.org/"
            })
    void what_may_be_outside_is_taken(String target) {
        assertThat(subscriptions(false).create("mara", wish(target)).target()).isEqualTo(target);
    }

    @Test
    void an_administrator_may_allow_what_is_inside() {
        assertThat(subscriptions(true)
                        .create("mara", wish("http://127.0.0.1:8080/"))
                        .active())
                .isTrue();
    }

    @Test
    void a_name_is_looked_up_once_and_what_was_judged_is_what_is_connected_to() throws Exception {
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AtomicInteger looks = new AtomicInteger();
            Resolver turning = host -> new InetAddress[] {
                InetAddress.getByName(looks.incrementAndGet() == 1 ? "127.0.0.1" : "10.255.255.1")
            };
            Thread program = new Thread(() -> answer(first));
            program.start();
            webhook(true, turning).send(message("http://turning.example:" + first.getLocalPort() + "/"));
            program.join();

            assertThat(looks).hasValue(1);
        }
    }

    private static void answer(ServerSocket program) {
        try (var socket = program.accept()) {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_name_that_leads_outside_when_it_is_typed_is_judged_again_each_time_it_is_used() throws Exception {
        Resolver turned = host -> new InetAddress[] {InetAddress.getByName("169.254.169.254")};
        Message message = message("https://was-outside.example/");

        assertThat(webhook(false, turned).findRefusal("https://was-outside.example/"))
                .isEmpty();
        assertThatThrownBy(() -> webhook(false, turned).send(message)).hasMessageContaining("own networks");
    }

    @Test
    void a_name_of_which_one_address_is_inside_is_refused() {
        Resolver both =
                host -> new InetAddress[] {InetAddress.getByName("203.0.114.1"), InetAddress.getByName("10.0.0.1")};
        Message message = message("http://both.example/");

        assertThatThrownBy(() -> webhook(false, both).send(message)).hasMessageContaining("own networks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"203.0.114.1", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void public_addresses_are_outside(String address) throws Exception {
        assertThat(Inside.is(InetAddress.getByName(address))).isFalse();
    }

    private static Subscriptions subscriptions(boolean insideAllowed) {
        return new Subscriptions(SCENE.database(), only(insideAllowed), (person, roadmap) -> true);
    }

    private static Ways only(boolean insideAllowed) {
        Webhook webhook = new Webhook(() -> "https://milepost.example", insideAllowed);
        return new Ways() {
            @Override
            public boolean sends(Channel channel) {
                return channel == Channel.WEBHOOK;
            }

            @Override
            public Optional<String> findRefusal(Channel channel, String target) {
                return webhook.findRefusal(target);
            }
        };
    }

    private static Webhook webhook(boolean inside, Resolver resolver) {
        return new Webhook(
                () -> "https://milepost.example", inside, resolver, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    private static Wish wish(String target) {
        return new Wish("WEBHOOK", target, null, null, null, null, List.of("RAISED"), Wish.When.AT_ONCE);
    }

    /** To an address as an older version may have taken it. */
    private static Message message(String target) {
        Instant now = SCENE.clock().instant();
        Subscription subscription = new Subscription(
                1,
                "mara",
                Channel.WEBHOOK,
                target,
                ANY.filter(),
                ANY.rhythm(),
                Subscription.State.ACTIVE,
                null,
                now,
                ANY.keys());
        return new Message("news-1-1", subscription, List.of(), Map.of(), now, now);
    }
}

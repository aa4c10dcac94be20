package milepost.news.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import milepost.Databases;
import milepost.facts.Severity;
import milepost.news.Scene;
import milepost.news.outbox.Delivery;
import milepost.news.subscription.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Programs that are reached over HTTPS. The certificates are of one authority, made with keytool: {@code good} is for hooks.example
 * until 2118, {@code other} for elsewhere.example, {@code expired} ended in 2020.
 */
class SecuredTest {
    private static final char[] WORD = "changeit".toCharArray();

    private final Scene scene = new Scene(Databases.SQLITE);
    private final AtomicInteger arrived = new AtomicInteger();
    private HttpsServer program;

    @AfterEach
    void stop() {
        program.stop(0);
        scene.close();
    }

    @Test
    void a_program_with_a_certificate_that_is_trusted_is_told() throws Exception {
        told("good", trusting());

        assertThat(arrived).hasValue(1);
        assertThat(latest().state()).isEqualTo(Delivery.State.SENT);
    }

    @ParameterizedTest
    @CsvSource({
        "other, true, its certificate is for another name",
        "expired, true, its certificate has expired",
        "good, false, its certificate is not signed by an authority that this server trusts"
    })
    void one_that_cannot_prove_who_it_is_is_told_nothing_and_its_person_reads_why(
            String certificate, boolean trusted, String reason) throws Exception {
        told(certificate, trusted ? trusting() : (SSLSocketFactory) SSLSocketFactory.getDefault());

        assertThat(arrived).hasValue(0);
        assertThat(latest())
                .returns(Delivery.State.WAITING, Delivery::state)
                .returns("The connection could not be secured: " + reason + ".", Delivery::error);
    }

    @Test
    void a_program_that_speaks_no_tls_is_told_nothing() throws Exception {
        program = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        try (java.net.ServerSocket plain = new java.net.ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread answers = new Thread(() -> {
                try (var socket = plain.accept()) {
                    socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes());
                    socket.getInputStream().readAllBytes();
                } catch (IOException e) {
                    return;
                }
            });
            answers.start();
            send(plain.getLocalPort(), trusting());
            answers.join();
        }

        assertThat(latest().state()).isEqualTo(Delivery.State.WAITING);
        assertThat(latest().error()).startsWith("The connection could not be secured");
    }

    private void told(String certificate, SSLSocketFactory trust) throws Exception {
        program = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.setHttpsConfigurator(new HttpsConfigurator(showing(certificate)));
        program.createContext("/hook", exchange -> {
            arrived.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        program.start();
        send(program.getAddress().getPort(), trust);
    }

    private void send(int port, SSLSocketFactory trust) {
        scene.subscriptions()
                .create(
                        "mara",
                        new Wish(
                                "WEBHOOK",
                                "https://hooks.example:" + port + "/hook",
                                null,
                                "LOW",
                                null,
                                null,
                                java.util.List.of("RAISED"),
                                Wish.When.AT_ONCE));
        scene.side = new Webhook(
                () -> "https://milepost.example",
                true,
                host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")},
                trust);
        scene.find("REE-1", Severity.CRITICAL);
        scene.deliver();
    }

    private Delivery latest() {
        return scene.deliveries().list(null, null, 1).get(0);
    }

    private static SSLContext showing(String certificate) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store(certificate), WORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static SSLSocketFactory trusting() throws GeneralSecurityException, IOException {
        KeyStore authority = KeyStore.getInstance("PKCS12");
        authority.load(null, null);
        authority.setCertificateEntry("ca", store("good").getCertificate("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
    }

    private static KeyStore store(String name) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = SecuredTest.class.getResourceAsStream(name + ".p12")) {
            store.load(in, WORD);
        }
        return store;
    }
}

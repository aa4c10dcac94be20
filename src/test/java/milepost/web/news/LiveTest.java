package milepost.web.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import milepost.access.Role;
import milepost.access.member.Memberships;
import milepost.access.member.Visibility;
import milepost.web.Site;
import milepost.web.api.Client;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stays connected is told of every commit that changed flags or milestones, and of nothing that is not for its person. */
class LiveTest {
    private final Map<Role, Client> clients = new EnumMap<>(Role.class);
    private Site site;

    @BeforeEach
    void open() {
        site = Site.open("2025-11-24T09:00:00Z");
        site.roadmaps().sweep();
    }

    @AfterEach
    void close() {
        site.close();
    }

    /** A connection as a browser holds it. */
    private record Connection(HttpResponse<InputStream> answer, BufferedReader lines) implements AutoCloseable {
        /** The data of the next event of this name; null when the connection ends before. */
        JsonNode next(String name) throws IOException {
            boolean found = false;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                found = line.startsWith("event:") ? line.endsWith(name) : found;
                if (found && line.startsWith("data:")) {
                    return JsonMapper.builder()
                            .build()
                            .readTree(line.substring(5).strip());
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    @Test
    void a_save_is_told_with_a_number_and_whoever_was_away_catches_up() throws Exception {
        long before;
        try (Connection connection = connect("?", session(Role.MANAGER))) {
            before = connection.next("beat").asLong();
            done("REE-1", Role.OFFICER);
            JsonNode change = connection.next("change");
            assertThat(change.get("number").asLong()).isGreaterThan(before);
            assertThat(change.get("roadmap").asString()).isEqualTo("REE");
            assertThat(change.get("by").asString()).isEqualTo("officer");
            assertThat(change.get("flags").asInt()).isPositive();
            assertThat(change.get("milestones").get(0).asString()).isEqualTo("REE-1");
        }
        done("REE-2", Role.OFFICER);
        try (Connection connection = connect("?since=" + before, session(Role.MANAGER))) {
            assertThat(connection.next("change").get("milestones").get(0).asString())
                    .isEqualTo("REE-1");
            assertThat(connection.next("change").get("milestones").get(0).asString())
                    .isEqualTo("REE-2");
        }
        JsonNode list = client(Role.VIEWER).get("/events?since=" + before).json();
        assertThat(list.get("changes")).hasSize(2);
        assertThat(list.get("last").asLong())
                .isEqualTo(list.get("changes").get(1).get("number").asLong());
    }

    @Test
    void a_closed_roadmap_is_told_to_its_members_only() throws Exception {
        long before = site.parts().news().live().last();
        site.parts()
                .members()
                .show(
                        new Memberships.Place(site.people().findActive("admin").orElseThrow(), "REE"),
                        Visibility.MEMBERS);
        done("REE-1", Role.ADMIN);

        assertThat(client(Role.VIEWER).get("/events?since=" + before).json().get("changes"))
                .isEmpty();
        assertThat(client(Role.ADMIN).get("/events?since=" + before).json().get("changes"))
                .hasSize(1);
    }

    @Test
    void a_connection_ends_with_its_session() throws Exception {
        String session = session(Role.VIEWER);
        try (Connection connection = connect("?", session)) {
            connection.next("beat");
            site.people().signOut(session);
            done("REE-1", Role.OFFICER);
            assertThat(connection.next("change")).isNull();
        }
        assertThat(connect("?", session).answer().statusCode()).isNotEqualTo(200);
    }

    @Test
    void a_person_has_a_few_connections_and_a_stop_ends_them_at_once() throws Exception {
        List<Connection> connections = new ArrayList<>();
        String session = session(Role.VIEWER);
        for (int i = 0; i < Streams.MOST_OF_ONE; i++) {
            Connection connection = connect("?", session);
            assertThat(connection.answer().statusCode()).isEqualTo(200);
            connection.next("beat");
            connections.add(connection);
        }
        Connection another = connect("?", session);
        assertThat(another.answer().statusCode()).isEqualTo(200);
        assertThat(connections.remove(0).next("change"))
                .as("the oldest gives way")
                .isNull();
        connections.add(another);

        site.close();
        for (Connection connection : connections) {
            assertThat(connection.next("change")).isNull();
        }
    }

    private Client client(Role role) {
        return clients.computeIfAbsent(role, r -> Client.of(site, r));
    }

    private String session(Role role) {
        return site.people().signInWithLink(site.people().link(Site.name(role)));
    }

    @Test
    void whoever_goes_before_the_first_beat_leaves_nothing_open() throws Exception {
        URI address = URI.create(site.address());
        String request = "GET /events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nCookie: milepost_session="
                + session(Role.MANAGER) + "\r\n\r\n";
        for (int i = 0; i < 60; i++) {
            try (Socket socket = new Socket(address.getHost(), address.getPort())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                TimeUnit.MICROSECONDS.sleep(100L * i); // somewhere between the request and its first beat
            }
        }
        assertThatCode(site::close)
                .as("a stop fails when requests do not end in ten seconds")
                .doesNotThrowAnyException();
        site = Site.empty("2025-11-24T09:00:00Z");
    }

    private void done(String milestone, Role by) {
        Client client = client(by);
        String path = "/roadmaps/REE/milestones/" + milestone;
        String tag = client.get(path).header("ETag");
        assertThat(client.patch(path + "?reason=reported", "{\"status\": \"CANCELLED\"}", "If-Match", tag)
                        .status())
                .isEqualTo(200);
    }

    private Connection connect(String query, String session) throws Exception {
        HttpResponse<InputStream> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(site.address() + "/events" + query))
                                .header("Accept", "text/event-stream")
                                .header("Cookie", "milepost_session=" + session)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        return new Connection(answer, new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8)));
    }
}

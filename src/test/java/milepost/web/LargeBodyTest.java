package milepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import milepost.access.Role;
import milepost.web.layout.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sends much that is refused reads why, instead of seeing the connection break. */
class LargeBodyTest {
    private static final int FIVE_MB = 5_000_000;

    private static Site site;
    private static String token;

    @BeforeAll
    static void open() {
        site = Site.open("2026-11-23T09:00:00Z");
        token = site.people().token(Site.name(Role.VIEWER), Role.VIEWER, "a large body", null);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/roadmaps/REE/import, known, 403",
        "/api/v1/roadmaps/REE/import, chunked, 403",
        "/api/v1/rulesets, chunked, 403",
        "/api/v1/rulesets, known, 413",
        "/roadmaps/REE/import, known, 403",
        "/roadmaps/REE/milestones, chunked, 403",
        "/rules/plan/no-owner/edit, known, 413",
        "/api/v1/nothing, chunked, 404"
    })
    void five_megabytes_of_a_viewer_are_answered_after_the_last_of_them_was_sent(String path, String length, int status)
            throws IOException {
        assertThat(sent(path, length, whoAmI(path))).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void a_stranger_is_asked_to_sign_in_after_the_last_of_them_was_sent() throws IOException {
        assertThat(sent("/api/v1/rulesets", "chunked", "")).startsWith("HTTP/1.1 401");
        assertThat(sent("/roadmaps/REE/import", "known", "")).containsPattern("^HTTP/1.1 30[23]");
    }

    @Test
    void who_asks_first_whether_to_send_is_not_told_to() throws IOException {
        try (Socket socket = connect()) {
            write(
                    socket,
                    head("/api/v1/roadmaps/REE/import", whoAmI("/api/")) + "Expect: 100-continue\r\nContent-Length: "
                            + FIVE_MB + "\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 403");
        }
    }

    private static String sent(String path, String length, String who) throws IOException {
        boolean chunked = length.equals("chunked");
        try (Socket socket = connect()) {
            write(
                    socket,
                    head(path, who) + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + FIVE_MB)
                            + "\r\n\r\n");
            byte[] part = "x".repeat(50_000).getBytes(StandardCharsets.UTF_8);
            String size = HexFormat.of().toHexDigits(part.length);
            for (int rest = FIVE_MB; rest > 0; rest -= part.length) {
                write(socket, chunked ? size + "\r\n" : "");
                socket.getOutputStream().write(part);
                write(socket, chunked ? "\r\n" : "");
            }
            write(socket, chunked ? "0\r\n\r\n" : "");
            return answer(socket);
        }
    }

    private static String whoAmI(String path) {
        if (path.startsWith("/api/")) {
            return "Authorization: Bearer " + token + "\r\n";
        }
        String session = site.session(Role.VIEWER);
        String csrf = Visitor.csrf(session);
        return "Cookie: milepost_session=" + session + "\r\nX-CSRF-Token: " + csrf + "\r\n";
    }

    private static String head(String path, String who) {
        return "POST " + path + " HTTP/1.1\r\nHost: milepost\r\nContent-Type: application/json\r\n" + who;
    }

    private static Socket connect() throws IOException {
        URI address = URI.create(site.address());
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        byte[] bytes = new byte[2_000];
        int read = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, read), StandardCharsets.UTF_8);
    }
}

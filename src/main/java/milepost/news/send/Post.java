package milepost.news.send;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One POST over HTTP/1.1 to an address that was chosen beforehand: the name is only told to the other side and checked against its
 * certificate, never looked up again. Follows no redirect, reads no more of the answer than its first line and, where it is refused for a while, until when, and ends in time however
 * slowly the other side speaks.
 */
final class Post {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ALL = Duration.ofSeconds(15);
    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_LINES = 100;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_AFTER = "Retry-After:";

    private final URI target;
    private final SSLSocketFactory tls;
    private final long end = System.nanoTime() + ALL.toNanos();

    Post(URI target, SSLSocketFactory tls) {
        this.target = target;
        this.tls = tls;
    }

    /**
     * The answer, as far as it matters.
     *
     * @param retryAfter what it says of when to come back; read only where it refuses for a while
     */
    record Answer(int status, @Nullable String retryAfter) {}

    Answer send(InetAddress address, Map<String, String> headers, String body) throws IOException {
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : secure ? 443 : 80;
        try (Socket plain = new Socket(java.net.Proxy.NO_PROXY)) {
            plain.connect(new InetSocketAddress(address, port), (int) CONNECT.toMillis());
            plain.setSoTimeout(left());
            if (!secure) {
                return exchange(plain, headers, body);
            }
            try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, target.getHost(), port, true)) {
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                socket.setSSLParameters(parameters);
                socket.startHandshake();
                return exchange(socket, headers, body);
            }
        }
    }

    private Answer exchange(Socket socket, Map<String, String> headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("POST " + path() + " HTTP/1.1\r\n");
        head.append("Host: ").append(host()).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(bytes.length).append("\r\nConnection: close\r\n\r\n");
        socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        int status = status(socket);
        boolean later = status == TOO_MANY || status == UNAVAILABLE;
        return new Answer(status, later ? retryAfter(socket) : null);
    }

    /** Interim answers are passed over. */
    private int status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String line = line(socket, in);
        while (line.startsWith("HTTP/1.1 1")) {
            while (!line.isEmpty()) {
                line = line(socket, in);
            }
            line = line(socket, in);
        }
        if (!line.matches("HTTP/1[.][01] [2-5][0-9]{2}( .*)?")) {
            throw new IOException("the answer is not one of HTTP");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    /** A head that is too long or comes too slowly says nothing. */
    private @Nullable String retryAfter(Socket socket) {
        try {
            for (int i = 0; i < MOST_LINES; i++) {
                String line = line(socket, socket.getInputStream());
                if (line.isEmpty()) {
                    return null;
                }
                if (line.regionMatches(true, 0, RETRY_AFTER, 0, RETRY_AFTER.length())) {
                    return line.substring(RETRY_AFTER.length()).strip();
                }
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    private String line(Socket socket, InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < LONGEST_LINE) {
            socket.setSoTimeout(left());
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the connection ended before an answer");
            }
            if (c == '\n') {
                return line.toString().stripTrailing();
            }
            line.append((char) c);
        }
        throw new IOException("the answer is not one of HTTP");
    }

    private int left() throws SocketTimeoutException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw new SocketTimeoutException("no answer within " + ALL.toSeconds() + " seconds");
        }
        return (int) left;
    }

    private String path() {
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return target.getRawQuery() == null ? path : path + "?" + target.getRawQuery();
    }

    private String host() {
        return target.getPort() > 0 ? target.getHost() + ":" + target.getPort() : target.getHost();
    }
}

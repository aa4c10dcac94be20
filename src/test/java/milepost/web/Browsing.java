package milepost.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import milepost.access.Role;

/** A browser without scripts: it reads pages and sends forms as one person, and follows nothing by itself. */
public final class Browsing {
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String session;

    /** What a page answered. */
    public record Answer(int status, String body, String location) {

        /** The text of the page, without tags and with single spaces. */
        public String text() {
            return body.replaceAll("(?s)<(script|style).*?</\\1>", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replace("&amp;", "&")
                    .replace("&#39;", "'")
                    .replace("&#34;", "\"")
                    .replaceAll("\\s+", " ");
        }

        /** What stands in the first match of an expression with one group. */
        public String find(String expression) {
            Matcher matcher = Pattern.compile(expression, Pattern.DOTALL).matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("No " + expression + " in " + text());
            }
            return matcher.group(1).replace("&amp;", "&");
        }
    }

    public Browsing(Site site, Role role) {
        this(site, site.session(role));
    }

    /** As whoever has that session; nobody when it is empty. */
    public Browsing(Site site, String session) {
        this.address = site.address();
        this.session = session;
    }

    public Answer get(String path) {
        return sent(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /** Sends the fields as a form of that page does. */
    public Answer post(String page, String path, Map<String, String> fields) {
        Matcher csrf = CSRF.matcher(get(page).body());
        String body = fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString((csrf.find() ? "csrf=" + csrf.group(1) + "&" : "") + body)));
    }

    /** As a part of a page asks for itself. */
    public Answer asked(String path) {
        return sent(HttpRequest.newBuilder(URI.create(address + path)).header("HX-Request", "true"));
    }

    /** Sends a file with the fields of that page. */
    public Answer upload(String page, Map<String, String> fields, String name, String content) {
        Matcher csrf = CSRF.matcher(get(page).body());
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("csrf", csrf.find() ? csrf.group(1) : "");
        StringBuilder body = new StringBuilder();
        all.forEach((field, value) -> body.append(
                "--part\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n"
                + content + "\r\n--part--\r\n");
        return sent(HttpRequest.newBuilder(URI.create(address + page))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private Answer sent(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Cookie", "milepost_session=" + session).build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers()
                            .firstValue("Location")
                            .or(() -> response.headers().firstValue("HX-Redirect"))
                            .orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

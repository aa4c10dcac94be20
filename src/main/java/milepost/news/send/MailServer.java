package milepost.news.send;

import java.net.URI;
import java.util.Locale;
import java.util.Properties;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over.
 *
 * @param secure whether TLS begins with the connection ({@code smtps})
 * @param startTls whether TLS is demanded before anything is said, where it does not begin with the connection
 * @param user null to send without signing in
 * @param from the address that mail comes from
 */
public record MailServer(
        String host,
        int port,
        boolean secure,
        boolean startTls,
        @Nullable String user,
        @Nullable String password,
        String from) {
    private static final String MILLISECONDS = "15000";

    /**
     * As settings have it.
     *
     * @param url such as {@code smtp://mail.example.org:587} or {@code smtps://mail.example.org}
     * @throws Problem INVALID with a sentence that holds no secret
     */
    public static MailServer of(
            String url, boolean startTls, @Nullable String user, @Nullable String password, String from) {
        URI uri = uri(url);
        boolean secure = uri.getScheme().equalsIgnoreCase("smtps");
        if (from.isBlank() || !from.matches("[^\\s<>]+@[^\\s<>]+")) {
            throw invalid("--smtp-from must be the mail address that mail comes from.");
        }
        if ((user == null) != (password == null)) {
            throw invalid("--smtp-user and --smtp-password come together.");
        }
        int usual = secure ? 465 : 587;
        int port = uri.getPort() > 0 ? uri.getPort() : usual;
        return new MailServer(uri.getHost(), port, secure, startTls, user, password, from);
    }

    private static URI uri(String url) {
        try {
            URI uri = URI.create(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (scheme.matches("smtps?") && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw invalid(sentence());
        }
        throw invalid(sentence());
    }

    private static String sentence() {
        return "--smtp-url must be smtp://HOST:PORT or smtps://HOST:PORT; name and password are settings of their own.";
    }

    private static Problem invalid(String sentence) {
        return new Problem(Problem.Kind.INVALID, sentence);
    }

    Properties properties() {
        String protocol = secure ? "smtps" : "smtp";
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail." + protocol + ".host", host);
        properties.setProperty("mail." + protocol + ".port", String.valueOf(port));
        properties.setProperty("mail." + protocol + ".auth", String.valueOf(user != null));
        properties.setProperty("mail." + protocol + ".connectiontimeout", MILLISECONDS);
        properties.setProperty("mail." + protocol + ".timeout", MILLISECONDS);
        properties.setProperty("mail." + protocol + ".writetimeout", MILLISECONDS);
        properties.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(startTls));
        return properties;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}

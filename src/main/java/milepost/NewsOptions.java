package milepost;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import milepost.facts.Problem;
import milepost.news.outbox.Transport;
import milepost.news.send.Mail;
import milepost.news.send.MailServer;
import milepost.news.send.Webhook;
import milepost.news.subscription.Channel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How news leave this server. */
final class NewsOptions {
    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "${env:MILEPOST_ADDRESS:-}",
            description = "Where people reach the site, for links in mail and webhooks. Also MILEPOST_ADDRESS."
                    + " Default: where it listens.")
    private String address = "";

    @Option(
            names = "--allow-private-webhooks",
            defaultValue = "${env:MILEPOST_ALLOW_PRIVATE_WEBHOOKS:-false}",
            description = "Webhooks may lead into the machine's own networks."
                    + " Also MILEPOST_ALLOW_PRIVATE_WEBHOOKS=true.")
    private boolean allowPrivate;

    @Option(
            names = "--smtp-url",
            paramLabel = "URL",
            defaultValue = "${env:MILEPOST_SMTP_URL:-}",
            description = "Mail server: smtp://HOST:PORT or smtps://HOST:PORT. Also MILEPOST_SMTP_URL."
                    + " Default: none, no mail is sent.")
    private String smtpUrl = "";

    @Option(
            names = "--smtp-user",
            paramLabel = "NAME",
            defaultValue = "${env:MILEPOST_SMTP_USER:-}",
            description = "Name to sign in to the mail server with. Also MILEPOST_SMTP_USER. Default: none.")
    private String smtpUser = "";

    @Option(
            names = "--smtp-password",
            paramLabel = "PASSWORD",
            defaultValue = "${env:MILEPOST_SMTP_PASSWORD:-}",
            description = "Password for it; better given as a variable, which no list of processes shows."
                    + " Also MILEPOST_SMTP_PASSWORD. Default: none.")
    private String smtpPassword = "";

    @Option(
            names = "--smtp-from",
            paramLabel = "ADDRESS",
            defaultValue = "${env:MILEPOST_SMTP_FROM:-}",
            description = "Mail address that mail comes from. Also MILEPOST_SMTP_FROM. Default: none, owed with a URL.")
    private String smtpFrom = "";

    @Option(
            names = "--smtp-plain",
            defaultValue = "${env:MILEPOST_SMTP_PLAIN:-false}",
            description = "Mail may go to the server of smtp:// without TLS; else STARTTLS is demanded."
                    + " Also MILEPOST_SMTP_PLAIN=true.")
    private boolean smtpPlain;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    /** Where people reach the site, without a slash at its end. */
    String site(String listening) {
        return address.isBlank() ? listening : address.strip().replaceAll("/+$", "");
    }

    /** The ways there are. */
    Map<Channel, Transport> ways(Supplier<String> site) {
        Map<Channel, Transport> ways = new EnumMap<>(Channel.class);
        ways.put(Channel.WEBHOOK, new Webhook(site, allowPrivate));
        if (!smtpUrl.isBlank()) {
            ways.put(Channel.MAIL, new Mail(mailServer(), site));
        }
        return ways;
    }

    private MailServer mailServer() {
        try {
            return MailServer.of(smtpUrl, !smtpPlain, orNull(smtpUser), orNull(smtpPassword), smtpFrom.strip());
        } catch (Problem wrong) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), wrong.getMessage());
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}

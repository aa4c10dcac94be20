package milepost;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import milepost.news.outbox.Transport;
import milepost.news.send.Webhook;
import milepost.news.subscription.Channel;
import picocli.CommandLine.Option;

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

    /** Where people reach the site, without a slash at its end. */
    String site(String listening) {
        return address.isBlank() ? listening : address.strip().replaceAll("/+$", "");
    }

    /** The ways there are. */
    Map<Channel, Transport> ways(Supplier<String> site) {
        Map<Channel, Transport> ways = new EnumMap<>(Channel.class);
        ways.put(Channel.WEBHOOK, new Webhook(site, allowPrivate));
        return ways;
    }
}

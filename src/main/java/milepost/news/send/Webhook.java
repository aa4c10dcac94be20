package milepost.news.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import milepost.news.outbox.Message;
import milepost.news.outbox.Transport;
import milepost.news.outbox.Undeliverable;
import milepost.news.outbox.Undeliverable.Hope;

/** Messages to programs: CloudEvents, signed as Standard Webhooks has it, to addresses outside of the machine's own networks. */
public final class Webhook implements Transport {
    private static final int GONE = 410;
    private static final String INSIDE = "The address leads into this machine's own networks, which is refused;"
            + " --allow-private-webhooks would allow it.";

    private final Supplier<String> site;
    private final boolean insideAllowed;
    private final Resolver resolver;
    private final SSLSocketFactory tls;

    /**
     * A way out.
     *
     * @param site address of this site, without a slash at its end
     * @param insideAllowed whether programs in the machine's own networks may be told
     */
    public Webhook(Supplier<String> site, boolean insideAllowed) {
        this(site, insideAllowed, InetAddress::getAllByName, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    Webhook(Supplier<String> site, boolean insideAllowed, Resolver resolver, SSLSocketFactory tls) {
        this.site = site;
        this.insideAllowed = insideAllowed;
        this.resolver = resolver;
        this.tls = tls;
    }

    /** Names are judged when they are used, as they may lead elsewhere by then; numbers and this machine's name at once. */
    @Override
    public Optional<String> findRefusal(String target) {
        String host = bare(URI.create(target).getHost()).toLowerCase(Locale.ROOT);
        boolean number = host.contains(":") || host.matches("[0-9.]+");
        boolean inside = host.matches("(.*[.])?localhost[.]?") || (number && leadsInside(host));
        return inside && !insideAllowed ? Optional.of(INSIDE) : Optional.empty();
    }

    private static boolean leadsInside(String number) {
        try {
            return Inside.is(InetAddress.getByName(number));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    @Override
    public void send(Message message) throws Undeliverable {
        String body = CloudEvents.of(message, site.get());
        URI target = URI.create(message.subscription().target());
        try {
            Post post = new Post(target, tls);
            answered(post.send(resolved(target.getHost()), headers(message, body), body), message.now());
        } catch (UnknownHostException e) {
            throw new Undeliverable(Hope.LATER, "There is no address for " + target.getHost() + " at the moment.");
        } catch (SocketTimeoutException e) {
            throw new Undeliverable(Hope.LATER, "The program did not answer in time.");
        } catch (SSLException e) {
            throw new Undeliverable(Hope.LATER, "The connection could not be secured: " + Insecure.why(e) + ".");
        } catch (IOException e) {
            throw new Undeliverable(Hope.LATER, "The connection failed: " + e.getMessage());
        }
    }

    private static Map<String, String> headers(Message message, String body) {
        String seconds = String.valueOf(message.now().getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", CloudEvents.TYPE);
        headers.put("User-Agent", "Milepost");
        headers.put("webhook-id", message.name());
        headers.put("webhook-timestamp", seconds);
        String signed = message.name() + "." + seconds + "." + body;
        headers.put("webhook-signature", "v1," + message.subscription().keys().sign(signed));
        return headers;
    }

    /** The one address that is connected to; a name that also leads inside is refused as a whole. */
    private InetAddress resolved(String host) throws UnknownHostException, Undeliverable {
        InetAddress[] all = resolver.all(bare(host));
        for (InetAddress address : all) {
            if (!insideAllowed && Inside.is(address)) {
                throw new Undeliverable(Hope.NEVER, INSIDE);
            }
        }
        return all[0];
    }

    private static String bare(String host) {
        return host.replaceAll("^\\[|]$", "");
    }

    private static void answered(Post.Answer answer, Instant now) throws Undeliverable {
        int status = answer.status();
        Duration wait = RetryAfter.find(answer.retryAfter(), now).orElse(null);
        if (wait != null) {
            throw Undeliverable.after(
                    wait,
                    "The program answered " + status + " and wants to be left in peace until " + now.plus(wait) + ".");
        }
        if (status == GONE) {
            throw new Undeliverable(Hope.GONE, "The program answered 410: it wants nothing more.");
        }
        if (status >= 300 && status < 400) {
            throw new Undeliverable(
                    Hope.LATER, "The program answered " + status + ": it has moved, and redirects are not followed.");
        }
        if (status >= 400) {
            throw new Undeliverable(Hope.LATER, "The program answered " + status + ".");
        }
    }
}

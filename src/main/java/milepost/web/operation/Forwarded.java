package milepost.web.operation;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;

/** Where a request comes from: what a proxy says of it counts only when the proxy is one of those that are trusted. */
public final class Forwarded {
    private Forwarded() {}

    /** The address of the client: the last one in the list that is no trusted proxy's. */
    public static String client(Context ctx, Set<String> proxies) {
        String client = bare(ctx.req().getRemoteAddr());
        String passed = ctx.header("X-Forwarded-For");
        List<String> hops = passed == null ? List.of() : List.of(passed.split(","));
        for (int i = hops.size() - 1; i >= 0 && proxies.contains(client); i--) {
            client = bare(hops.get(i).strip());
        }
        return client;
    }

    /** https when the client spoke it, if only to a proxy. */
    public static String scheme(Context ctx) {
        return "https".equals(ctx.header("X-Forwarded-Proto"))
                ? "https"
                : ctx.req().getScheme();
    }

    private static String bare(String address) {
        String plain = address.replaceAll("^\\[|\\]$", "");
        return plain.equals("0:0:0:0:0:0:0:1") ? "::1" : plain;
    }
}

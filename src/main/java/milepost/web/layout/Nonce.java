package milepost.web.layout;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;

/** A word for one answer only, by which the browser knows the style elements that a script of ours adds to the page. */
public final class Nonce {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String POLICY = "Content-Security-Policy";

    private Nonce() {}

    /** Lets style elements with the word pass; scripts are as restricted as on any other page. */
    public static String ofStyles(Context ctx) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String word = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ctx.header(POLICY, ctx.res().getHeader(POLICY) + "; style-src 'self' 'nonce-" + word + "'");
        return word;
    }
}

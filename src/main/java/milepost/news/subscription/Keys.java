package milepost.news.subscription;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a subscription signs with: 256 random bits, never printed but where a person is to see them. */
public final class Keys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SHOWN = "whsec_";

    private final byte[] bytes;

    private Keys(byte[] bytes) {
        this.bytes = bytes;
    }

    /** New ones. */
    static Keys create() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Keys(bytes);
    }

    /** Those that are stored. */
    static Keys stored(String text) {
        return new Keys(Base64.getDecoder().decode(text));
    }

    String stored() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** As the receiver of a webhook is given it. */
    public String shown() {
        return SHOWN + stored();
    }

    /** The HMAC-SHA256 of a text in Base64. */
    public String sign(String text) {
        return Base64.getEncoder().encodeToString(hmac(text));
    }

    /** The secret part of the link that ends the subscription. */
    public String ending() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac("end"));
    }

    /** The secret part of the link by which the owner of an address says whether they want to be written to. */
    public String confirming(String target) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac("confirm " + MailAddress.of(target)));
    }

    boolean ends(String given) {
        return same(ending(), given);
    }

    boolean confirms(String address, String given) {
        return same(confirming(address), given);
    }

    /** The number of the subscription that the last part of a link, {@code ID.SECRET}, is about. */
    static Optional<Long> findId(String link) {
        int dot = link.indexOf('.');
        return dot > 0 && link.substring(0, dot).matches("[0-9]{1,15}")
                ? Optional.of(Long.valueOf(link.substring(0, dot)))
                : Optional.empty();
    }

    static String secret(String link) {
        return link.substring(link.indexOf('.') + 1);
    }

    private static boolean same(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "keys";
    }
}

package milepost.web.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An identity provider on this machine: discovery, keys, codes and ID tokens, with a PKCE check; it can be made to misbehave. */
final class LocalProvider implements AutoCloseable {
    static final String CLIENT = "milepost-test";
    static final String SECRET = "a secret of the tests, 32 bytes and more";

    /** What is wrong with the ID token. */
    enum Fault {
        NONE,
        OTHER_NONCE,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        EXPIRED,
        UNSIGNED,
        OTHER_KEY,
        SHARED_SECRET,
        NO_TOKEN
    }

    private final HttpServer server;
    private final RSAKey key;
    private final RSAKey other;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private Map<String, Object> person = Map.of();
    private Fault fault = Fault.NONE;

    LocalProvider() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        other = new RSAKeyGenerator(2048).keyID("one").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", x -> answer(x, 200, metadata()));
        server.createContext("/keys", x -> answer(x, 200, new JWKSet(key).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Who signs in next. */
    void is(String subject, String preferred, List<String> groups) {
        person = Map.of(
                "sub", subject, "preferred_username", preferred, "name", preferred + " elsewhere", "groups", groups);
    }

    void fails(Fault how) {
        fault = how;
    }

    /** What the browser would be sent back to after the person signed in at this address. */
    URI signsIn(URI address) {
        Map<String, String> asked = fields(address.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return URI.create(
                asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state") + "&iss=" + issuer());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String metadata() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"],
                 "authorization_response_iss_parameter_supported": true}
                """.formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.get("code"));
        String basic = Base64.getEncoder()
                .encodeToString(
                        (CLIENT + ":" + SECRET.replace(" ", "+").replace(",", "%2C")).getBytes(StandardCharsets.UTF_8));
        boolean good = asked != null
                && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && asked.get("redirect_uri").equals(sent.get("redirect_uri"))
                && asked.get("code_challenge").equals(challenge(sent.get("code_verifier")));
        if (!good) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        String id = fault == Fault.NO_TOKEN ? "" : ", \"id_token\": \"" + idToken(asked.get("nonce")) + "\"";
        answer(exchange, 200, "{\"access_token\": \"x\", \"token_type\": \"Bearer\"" + id + "}");
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(fault == Fault.OTHER_ISSUER ? "https://elsewhere.example" : issuer())
                .audience(fault == Fault.OTHER_AUDIENCE ? "somebody-else" : CLIENT)
                .issueTime(Date.from(now.minusSeconds(fault == Fault.EXPIRED ? 7200 : 5)))
                .expirationTime(Date.from(now.plusSeconds(fault == Fault.EXPIRED ? -3600 : 300)))
                .claim("nonce", fault == Fault.OTHER_NONCE ? "another" : nonce);
        person.forEach(claims::claim);
        try {
            if (fault == Fault.UNSIGNED) {
                return new PlainJWT(claims.build()).serialize();
            }
            boolean shared = fault == Fault.SHARED_SECRET;
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(shared ? JWSAlgorithm.HS256 : JWSAlgorithm.RS256)
                            .keyID("one")
                            .build(),
                    claims.build());
            token.sign(shared ? new MACSigner(SECRET) : new RSASSASigner(fault == Fault.OTHER_KEY ? other : key));
            return token.serialize();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String query) {
        Map<String, String> fields = new HashMap<>();
        for (String part : query.split("&")) {
            String[] field = part.split("=", 2);
            fields.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

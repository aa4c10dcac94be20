package milepost.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Talks to the identity provider and believes nothing that it cannot check. */
final class Provider {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int LARGEST_BYTES = 200_000;
    /** Signatures that only the provider can make: never none, and none by a secret that is shared. */
    private static final Set<JWSAlgorithm> SIGNED = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OpenIdSettings settings;
    private final Issuer issuer;
    private final ClientID client;
    private @Nullable Known known;

    /** What the provider says of itself, and its keys. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /** The provider could not be asked, or its answer is not to be believed; says why, without secrets. */
    static final class NotBelieved extends Exception {
        private static final long serialVersionUID = 1L;

        NotBelieved(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    Provider(OpenIdSettings settings) {
        this.settings = settings;
        this.issuer = new Issuer(settings.issuer());
        this.client = new ClientID(settings.client());
    }

    /** Where the browser signs in. */
    URI address(SignOn.Attempt attempt, String state) throws NotBelieved {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile", "email"),
                        client,
                        URI.create(attempt.redirect()))
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Exchanges the code in the answer for an ID token, and checks that. */
    Claims redeem(URI answer, SignOn.Attempt attempt) throws NotBelieved {
        try {
            Known provider = known();
            AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
            Issuer from = response.getIssuer();
            boolean owed = provider.metadata().supportsAuthorizationResponseIssuerParam();
            if (from == null ? owed : !from.equals(issuer)) {
                throw new NotBelieved("the answer is from another issuer: " + from, null);
            }
            if (!response.indicatesSuccess()) {
                throw new NotBelieved(
                        "the provider refused: "
                                + response.toErrorResponse().getErrorObject().getCode(),
                        null);
            }
            AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                    response.toSuccessResponse().getAuthorizationCode(),
                    URI.create(attempt.redirect()),
                    new CodeVerifier(attempt.verifier()));
            JWT token = token(provider, grant);
            return claims(provider.validator().validate(token, new Nonce(attempt.nonce())));
        } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
            throw new NotBelieved("the answer could not be checked: " + e.getMessage(), e);
        }
    }

    private JWT token(Known provider, AuthorizationCodeGrant grant) throws NotBelieved, GeneralException, IOException {
        URI endpoint = provider.metadata().getTokenEndpointURI();
        TokenRequest.Builder asked = settings.secret().isEmpty()
                ? new TokenRequest.Builder(endpoint, client, grant)
                : new TokenRequest.Builder(
                        endpoint, new ClientSecretBasic(client, new Secret(settings.secret())), grant);
        HTTPRequest request = asked.build().toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        request.setFollowRedirects(false);
        TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
        JWT token = answer.indicatesSuccess()
                ? answer.toSuccessResponse().getTokens().toOIDCTokens().getIDToken()
                : null;
        if (token == null) {
            throw new NotBelieved("the provider gave no ID token for the code", null);
        }
        return token;
    }

    private Claims claims(IDTokenClaimsSet said) {
        Object groups = said.getClaim(settings.claim());
        String preferred = said.getStringClaim("preferred_username");
        return new Claims(
                said.getIssuer().getValue(),
                said.getSubject().getValue(),
                preferred == null ? said.getStringClaim("email") : preferred,
                said.getStringClaim("name"),
                groups instanceof Collection<?> several
                        ? several.stream().map(String::valueOf).collect(Collectors.toSet())
                        : groups == null ? Set.of() : Set.of(String.valueOf(groups)));
    }

    /** Asked at the first sign-in, and again after an answer that could not be had; its keys are fetched anew when they change. */
    private synchronized Known known() throws NotBelieved {
        if (known == null) {
            try {
                OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, TIMEOUT_MILLIS, TIMEOUT_MILLIS);
                var keys = JWKSourceBuilder.<SecurityContext>create(
                                metadata.getJWKSetURI().toURL(),
                                new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_BYTES))
                        .retrying(true)
                        .build();
                known = new Known(
                        metadata,
                        new IDTokenValidator(issuer, client, new JWSVerificationKeySelector<>(SIGNED, keys), null));
            } catch (GeneralException | IOException e) {
                throw new NotBelieved("the provider cannot be asked: " + e.getMessage(), e);
            }
        }
        return known;
    }
}

package milepost;

import java.net.URI;
import milepost.access.oidc.OpenIdSettings;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The identity provider that signs people in, if there is one. */
final class OpenIdOptions {
    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            defaultValue = "${env:MILEPOST_OIDC_ISSUER:-}",
            description = "Identity provider (OpenID Connect) that signs people in. Also MILEPOST_OIDC_ISSUER."
                    + " Default: none.")
    private String issuer = "";

    @Option(
            names = "--oidc-client",
            paramLabel = "ID",
            defaultValue = "${env:MILEPOST_OIDC_CLIENT:-}",
            description = "What the provider knows this server as; it sends people back to /sign-in/openid/callback."
                    + " Also MILEPOST_OIDC_CLIENT. Default: none.")
    private String client = "";

    @Option(
            names = "--oidc-secret",
            paramLabel = "SECRET",
            defaultValue = "${env:MILEPOST_OIDC_SECRET:-}",
            description = "The client's secret. Also MILEPOST_OIDC_SECRET, which other users of the machine do not see."
                    + " Default: none.")
    private String secret = "";

    @Option(
            names = "--oidc-groups",
            paramLabel = "CLAIM",
            defaultValue = "${env:MILEPOST_OIDC_GROUPS:-groups}",
            description = "Claim of the ID token that lists somebody's groups. Also MILEPOST_OIDC_GROUPS."
                    + " Default: groups.")
    private String groups = "groups";

    @Option(
            names = "--oidc-roles",
            paramLabel = "GROUP=ROLE",
            defaultValue = "${env:MILEPOST_OIDC_ROLES:-}",
            description = "What a group may do, such as pmo=MANAGER; more after commas, the first that somebody has"
                    + " decides. Also MILEPOST_OIDC_ROLES. Default: none.")
    private String roles = "";

    /** Null when there is no provider. */
    @Nullable OpenIdSettings settings() {
        if (issuer.isBlank()) {
            return null;
        }
        try {
            return new OpenIdSettings(
                    URI.create(issuer.strip()), client.strip(), secret, groups.strip(), OpenIdSettings.roles(roles));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "--oidc-issuer is no address: " + issuer);
        } catch (Problem wrong) {
            String flag = "--" + wrong.fields().get(0).field();
            throw new Problem(Problem.Kind.INVALID, flag + ": " + wrong.getMessage());
        }
    }
}

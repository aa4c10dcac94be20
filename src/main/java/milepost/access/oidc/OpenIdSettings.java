package milepost.access.oidc;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import milepost.access.Role;
import milepost.facts.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Which identity provider signs people in, and what its groups may do here.
 *
 * @param issuer as the provider calls itself
 * @param client what it knows this server as
 * @param secret empty for a client without one
 * @param claim the claim of the ID token that lists groups
 * @param roles the first whose group somebody has decides
 */
public record OpenIdSettings(URI issuer, String client, String secret, String claim, List<GroupRole> roles) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What members of a group may do. */
    public record GroupRole(String group, Role role) {}

    public OpenIdSettings {
        roles = List.copyOf(roles);
        if (issuer.getHost() == null || !("https".equals(issuer.getScheme()) || LOCAL.contains(issuer.getHost()))) {
            throw Problem.of(
                    "oidc-issuer", "The issuer must be an address that begins with https://, not " + issuer + ".");
        }
        if (client.isBlank()) {
            throw Problem.of("oidc-client", "Say as what the provider knows this server: the client id is missing.");
        }
        if (roles.isEmpty()) {
            throw Problem.of(
                    "oidc-roles", "Say which group may do what, such as pmo=MANAGER; without it nobody could sign in.");
        }
    }

    /** Groups and roles as {@code GROUP=ROLE}, more after commas; INVALID when they cannot be read. */
    public static List<GroupRole> roles(String text) {
        List<GroupRole> roles = new ArrayList<>();
        for (String part : text.split(",")) {
            if (part.isBlank()) {
                continue;
            }
            int split = part.lastIndexOf('=');
            String name = part.substring(split + 1).strip().toUpperCase(Locale.ROOT);
            Role role = Arrays.stream(Role.values())
                    .filter(r -> r.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (split < 1 || role == null) {
                throw Problem.of(
                        "oidc-roles", "Write a group and a role, such as pmo=MANAGER, not " + part.strip() + ".");
            }
            roles.add(new GroupRole(part.substring(0, split).strip(), role));
        }
        return roles;
    }

    /** What somebody of these groups may do; null when none of them is known. */
    @Nullable Role role(Set<String> groups) {
        return roles.stream()
                .filter(r -> groups.contains(r.group()))
                .map(GroupRole::role)
                .findFirst()
                .orElse(null);
    }

    /** How the provider is called on the button. */
    public String name() {
        return issuer.getHost();
    }
}

package milepost.web;

import io.javalin.security.RouteRole;
import milepost.access.Role;
import org.jspecify.annotations.Nullable;

/** Who may use a route. */
enum Access implements RouteRole {
    /** No sign-in needed. */
    ANYONE(null),
    VIEWER(Role.VIEWER),
    OFFICER(Role.OFFICER),
    MANAGER(Role.MANAGER),
    AUTHOR(Role.AUTHOR),
    ADMIN(Role.ADMIN);

    private final @Nullable Role role;

    Access(@Nullable Role role) {
        this.role = role;
    }

    /** The role needed, null for none. */
    @Nullable Role role() {
        return role;
    }
}

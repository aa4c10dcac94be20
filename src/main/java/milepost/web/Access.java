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
    /** For what concerns several roadmaps or one that the address does not name: the handler asks the rights on each. */
    OFFICER_SOMEWHERE(Role.OFFICER),
    MANAGER_SOMEWHERE(Role.MANAGER),
    AUTHOR(Role.AUTHOR),
    ADMIN(Role.ADMIN);

    private final @Nullable Role role;

    Access(@Nullable Role role) {
        this.role = role;
    }

    /** Whether it is enough to have the role on any one roadmap. */
    boolean anywhere() {
        return this == OFFICER_SOMEWHERE || this == MANAGER_SOMEWHERE;
    }

    /** The role needed, null for none. */
    @Nullable Role role() {
        return role;
    }
}

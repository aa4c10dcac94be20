package milepost.access.member;

import java.time.Instant;
import milepost.access.Person;
import milepost.access.Role;

/**
 * A person with a role of their own on one roadmap.
 *
 * @param role VIEWER, OFFICER or MANAGER; above or below the person's role elsewhere
 */
public record Member(Person person, Role role, Instant since) {}

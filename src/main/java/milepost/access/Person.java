package milepost.access;

/**
 * Someone who can sign in.
 *
 * @param name unique, used to sign in and in the record of changes
 */
public record Person(long id, String name, String displayName, Role role, boolean disabled) {

    /** The same person with another role, such as that on one roadmap. */
    public Person as(Role other) {
        return new Person(id, name, displayName, other, disabled);
    }
}

package milepost.flags.board;

/**
 * A filter of the list of flags under a name.
 *
 * @param address path and query of the list
 * @param standard whether the list begins with it
 */
public record SavedView(long id, String name, String address, boolean standard) {}

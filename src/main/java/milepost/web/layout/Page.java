package milepost.web.layout;

/**
 * A page to be shown.
 *
 * @param title for the window; the name of the product follows it
 * @param template path of its template, such as {@code milepost/web/manager/flags/flags.jte}
 * @param view what the template prints
 */
public record Page(String title, Place place, String template, Object view) {}

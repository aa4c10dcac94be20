/**
 * Who may see and do what, for programs.
 *
 * <p>Promise: the same use cases as the pages, with the same refusals.
 */
@NullMarked
package milepost.web.api.people;

import org.jspecify.annotations.NullMarked;

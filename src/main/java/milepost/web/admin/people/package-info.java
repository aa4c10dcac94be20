/**
 * Pages on which administrators look after people.
 *
 * <p>Promise: a secret is shown once, on the page that made it, and every deed is in the audit trail.
 */
@NullMarked
package milepost.web.admin.people;

import org.jspecify.annotations.NullMarked;

/**
 * The web server: every route with its role, and what holds for all of them.
 *
 * <p>Promise: no page is reached past the route table; a problem becomes an answer in one place. What all pages share stands in
 * {@code layout}; each sub-package beside it is one group of pages and knows nothing of the others.
 */
@NullMarked
package milepost.web;

import org.jspecify.annotations.NullMarked;

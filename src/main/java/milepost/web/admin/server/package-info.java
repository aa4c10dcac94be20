/**
 * What administrators look after.
 *
 * <p>Promise: says what runs here and how well drafts of rules are kept apart, and changes nothing. Neighbours: {@code web.layout} frames it.
 */
@NullMarked
package milepost.web.admin.server;

import org.jspecify.annotations.NullMarked;

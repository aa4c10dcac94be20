/**
 * News of flags: told to people by mail, to programs by webhook, and to pages that are open.
 *
 * <p>Promise: what is to be told is written in the transaction of what happened, so nothing is lost, and it keeps one name however
 * often it has to be sent. Neighbours: reads what {@code flags} tells; knows neither rules nor roadmaps.
 */
@NullMarked
package milepost.news;

import org.jspecify.annotations.NullMarked;

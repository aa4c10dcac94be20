/**
 * The officer's inbox, and the page behind a link in a message: reports in a minute.
 *
 * <p>Promise: what is reported here is stored by the use case of every edit, as one change that can be undone; whatever stands in the way, what
 * was typed stays. Neighbours: {@code roadmap.inbox} says what is owed, {@code officer.milestone} reads reports.
 */
@NullMarked
package milepost.web.officer.inbox;

import org.jspecify.annotations.NullMarked;

/**
 * The ways out of this server: requests to programs and mail.
 *
 * <p>Promise: nothing inside the machine's own networks is reached by an address that somebody typed, nothing is waited for without
 * end, and no secret is ever part of a log line or of what is told about a failure.
 */
@NullMarked
package milepost.news.send;

import org.jspecify.annotations.NullMarked;

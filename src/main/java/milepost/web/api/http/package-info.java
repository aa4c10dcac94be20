/**
 * What every address for programs shares: strict reading of JSON, preconditions, paging, the two times, refusals.
 *
 * <p>Promise: whatever a program sends is either read completely or refused with the exact place of every mistake. Knows no
 * resource; the packages beside it are the resources.
 */
@NullMarked
package milepost.web.api.http;

import org.jspecify.annotations.NullMarked;

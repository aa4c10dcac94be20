/**
 * Files over HTTP: roadmaps in and out.
 *
 * <p>Promise: the same as the commands import and export. Neighbours: {@code exchange} does the work.
 */
@NullMarked
package milepost.web.api.exchange;

import org.jspecify.annotations.NullMarked;

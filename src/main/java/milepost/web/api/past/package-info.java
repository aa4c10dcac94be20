/**
 * Looking back over HTTP: history, comparison, baselines, slips, comments, and taking changes back.
 *
 * <p>Promise: the same answers as the pages, from the same use cases.
 */
@NullMarked
package milepost.web.api.past;

import org.jspecify.annotations.NullMarked;

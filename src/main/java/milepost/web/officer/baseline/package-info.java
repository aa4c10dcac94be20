/**
 * Baselines: named moments of a roadmap, and another first promise for a milestone.
 *
 * <p>Promise: each is set by a manager with a reason and an approver, and stands in the history.
 */
@NullMarked
package milepost.web.officer.baseline;

import org.jspecify.annotations.NullMarked;

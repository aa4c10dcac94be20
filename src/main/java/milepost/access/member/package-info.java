/**
 * Who may see and do what on one roadmap.
 *
 * <p>Promise: a person's role on a roadmap is worked out in one place, {@link milepost.access.member.Rights}, and every change of it is
 * in the audit trail.
 */
@NullMarked
package milepost.access.member;

import org.jspecify.annotations.NullMarked;

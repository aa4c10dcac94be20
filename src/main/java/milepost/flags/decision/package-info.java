/** What people decide about a flag, who may, and what each decision needs. */
@NullMarked
package milepost.flags.decision;

import org.jspecify.annotations.NullMarked;

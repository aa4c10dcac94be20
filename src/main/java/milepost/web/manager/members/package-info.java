/**
 * Who may see and do what on one roadmap, for its managers.
 *
 * <p>Promise: what was done can be taken back from the same page, and what cannot be done is said with what was typed kept.
 */
@NullMarked
package milepost.web.manager.members;

import org.jspecify.annotations.NullMarked;

/**
 * What happened, told in rows: changes of roadmaps, and what became of flags without one.
 *
 * <p>Promise: it reads what it is given and decides nothing. Shared by the groups of pages, knows none of them.
 */
@NullMarked
package milepost.web.happened;

import org.jspecify.annotations.NullMarked;

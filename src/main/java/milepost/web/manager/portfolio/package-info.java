/**
 * The first page: every roadmap on one line, and the deadlines of all of them.
 *
 * <p>Promise: reads only; what it shows follows from the same flags and facts as every other page.
 */
@NullMarked
package milepost.web.manager.portfolio;

import org.jspecify.annotations.NullMarked;

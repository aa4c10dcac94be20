/**
 * Which of a roadmap's milestones are looked at, and how: filters, groups, pages and columns.
 *
 * <p>Promise: it is all in the address, so that a link shows the same to whoever opens it.
 */
@NullMarked
package milepost.web.officer.choice;

import org.jspecify.annotations.NullMarked;

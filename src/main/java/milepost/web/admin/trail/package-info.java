/**
 * The audit trail, to be read.
 *
 * <p>Promise: shows and hands out what is written down, and offers nothing that would change it.
 */
@NullMarked
package milepost.web.admin.trail;

import org.jspecify.annotations.NullMarked;

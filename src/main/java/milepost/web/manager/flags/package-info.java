/**
 * The list of flags with its filters, and the page of one flag.
 *
 * <p>Promise: every flag says what was found, from which facts, by which rule, and what to do about it.
 */
@NullMarked
package milepost.web.manager.flags;

import org.jspecify.annotations.NullMarked;

/**
 * The page of one flag: what was found, from which facts, by which rule, and everything people can do about it.
 *
 * <p>Promise: every act on it names who, when and why in its history.
 */
@NullMarked
package milepost.web.manager.flag;

import org.jspecify.annotations.NullMarked;

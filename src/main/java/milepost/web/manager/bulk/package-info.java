/**
 * Doing the same to several flags of the list at once.
 *
 * <p>Promise: one reason for all of them, and each flag says what came of it.
 */
@NullMarked
package milepost.web.manager.bulk;

import org.jspecify.annotations.NullMarked;

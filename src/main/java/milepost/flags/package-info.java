/**
 * Flags: findings that live on, and what people do about them.
 *
 * <p>Promise: nothing is deleted; every transition is an event with its cause. Knows findings, not rules.
 */
@NullMarked
package milepost.flags;

import org.jspecify.annotations.NullMarked;

/**
 * What people want to be told of: which flags, of what, by which way and when.
 *
 * <p>Promise: nobody sees or changes a subscription of somebody else, and when something is due follows from a subscription and an
 * instant alone.
 */
@NullMarked
package milepost.news.subscription;

import org.jspecify.annotations.NullMarked;

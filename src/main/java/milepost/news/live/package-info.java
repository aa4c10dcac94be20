/**
 * What changed, commit by commit, for pages and programs that stay connected.
 *
 * <p>Promise: one number for each commit that changed facts or flags, written in its transaction; numbers only grow in the order
 * of the commits, on every node, so whoever knows the last number they saw misses nothing.
 */
@NullMarked
package milepost.news.live;

import org.jspecify.annotations.NullMarked;

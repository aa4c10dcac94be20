/**
 * News as they happen, for pages and programs that stay connected.
 *
 * <p>Promise: nobody is told of a roadmap that they may not read, and nobody any longer than they are signed in.
 */
@NullMarked
package milepost.web.news;

import org.jspecify.annotations.NullMarked;

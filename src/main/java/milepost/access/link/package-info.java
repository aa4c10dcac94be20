/**
 * Links in messages that let one person do one thing without signing in.
 *
 * <p>Promise: a link serves one person and one milestone, ends by itself, with its person or when it is ended, and cannot be found out from
 * the database. Neighbours: people in {@code access}; what is reported through a link goes the way of every edit.
 */
@NullMarked
package milepost.access.link;

import org.jspecify.annotations.NullMarked;

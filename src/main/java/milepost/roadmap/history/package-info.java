/** Tells what happened to the facts: the log, the story of a milestone, where a value came from, what differs between two moments, what taking a change back means. */
@NullMarked
package milepost.roadmap.history;

import org.jspecify.annotations.NullMarked;

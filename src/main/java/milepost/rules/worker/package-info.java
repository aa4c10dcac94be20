/**
 * Drafts of rules, tried in a Java process of their own.
 *
 * <p>Promise: whatever a draft does, to memory, to time or to the rule engine, it does to a child process with an empty environment,
 * a small heap and nothing of the program but the rules; the program gets a plain answer or learns why there is none. Neighbours:
 * {@code rules} and {@code rules.cases} do the work inside the child; {@code web} asks.
 */
@NullMarked
package milepost.rules.worker;

import org.jspecify.annotations.NullMarked;

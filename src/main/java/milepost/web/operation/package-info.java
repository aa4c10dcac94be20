/**
 * What whoever runs the server asks it: is it alive, can it work, what has it done.
 *
 * <p>Promise: answers hold totals only, never a name, a secret or the content of a roadmap.
 */
@NullMarked
package milepost.web.operation;

import org.jspecify.annotations.NullMarked;

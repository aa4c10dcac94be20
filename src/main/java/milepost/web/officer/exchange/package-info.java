/**
 * Files in the browser: a roadmap goes out as a file, and a file comes in after a look at what it would do.
 *
 * <p>Promise: nothing is stored before a person has seen what it comes to; then all of it or nothing.
 */
@NullMarked
package milepost.web.officer.exchange;

import org.jspecify.annotations.NullMarked;

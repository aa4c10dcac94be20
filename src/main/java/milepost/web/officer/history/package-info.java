/**
 * Looking back at a roadmap: its changes one by one, and taking one back.
 *
 * <p>Promise: every change ever recorded can be found here, with what it did to flags; nothing in this list is ever taken away.
 */
@NullMarked
package milepost.web.officer.history;

import org.jspecify.annotations.NullMarked;

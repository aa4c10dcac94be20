/**
 * The form of what people do to flags, whichever page it stands on.
 *
 * <p>Promise: what was typed is kept until it could be recorded.
 */
@NullMarked
package milepost.web.manager.triage;

import org.jspecify.annotations.NullMarked;

/**
 * What people do to flags, from whichever page: the form of it, and doing it to several flags at once.
 *
 * <p>Promise: what was typed is kept until it could be recorded, and each flag says what came of it.
 */
@NullMarked
package milepost.web.manager.triage;

import org.jspecify.annotations.NullMarked;

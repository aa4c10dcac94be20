/**
 * Signing in and out, and choosing a password.
 *
 * <p>Promise: a wrong name and a wrong password look the same; a link works once and only when someone presses its button.
 */
@NullMarked
package milepost.web.signin;

import org.jspecify.annotations.NullMarked;

/**
 * People, roles, sign-in, sessions and tokens.
 *
 * <p>Promise: secrets are stored hashed and shown once.
 */
@NullMarked
package milepost.access;

import org.jspecify.annotations.NullMarked;

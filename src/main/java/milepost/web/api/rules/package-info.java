/**
 * Rules for programs: those in use, and the check of rules that are being written.
 *
 * <p>Promise: checking executes nothing and stores nothing.
 */
@NullMarked
package milepost.web.api.rules;

import org.jspecify.annotations.NullMarked;

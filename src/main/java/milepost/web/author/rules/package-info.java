/**
 * What the rules check, for everyone to read.
 *
 * <p>Promise: a rule's page is made of the rule itself: its metadata, its text, its cases and the flags it holds up.
 */
@NullMarked
package milepost.web.author.rules;

import org.jspecify.annotations.NullMarked;

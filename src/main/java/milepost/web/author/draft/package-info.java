/**
 * Writing rules: an author's draft, from the first line to its publication.
 *
 * <p>Promise: what was typed is never lost, and nothing is in use before it was published. Works as plain forms.
 */
@NullMarked
package milepost.web.author.draft;

import org.jspecify.annotations.NullMarked;

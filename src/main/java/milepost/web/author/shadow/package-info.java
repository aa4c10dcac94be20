/**
 * What rules in shadow find.
 *
 * <p>Promise: for authors only; nobody else meets these flags anywhere.
 */
@NullMarked
package milepost.web.author.shadow;

import org.jspecify.annotations.NullMarked;

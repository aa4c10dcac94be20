/**
 * The published versions of the rules: what each changed, and bringing one back.
 *
 * <p>Promise: everyone may read them, authors bring them back. Neighbours: {@code rules.book} keeps them.
 */
@NullMarked
package milepost.web.author.book;

import org.jspecify.annotations.NullMarked;

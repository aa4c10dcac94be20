/**
 * The rule language: characters, grammar, names and types, up to one checked rule tree. No engine here.
 *
 * <p>Promise: what is not expressly allowed is refused, with its place in the text and what to write instead.
 */
@NullMarked
package milepost.rules.language;

import org.jspecify.annotations.NullMarked;

/**
 * From text to unchecked syntax: characters, tokens, structure.
 *
 * <p>Promise: never throws on any text, takes time linear in its length, and accepts only the closed subset of DRL that rules may
 * use. Everything refused comes with its place and what to write instead. Knows no facts and no types. Neighbours: {@code check} gives
 * the syntax its meaning.
 */
@NullMarked
package milepost.rules.language.syntax;

import org.jspecify.annotations.NullMarked;

/**
 * The words a rule may use: facts, their properties and methods, the methods of dates, texts, numbers and lists, constants.
 *
 * <p>Promise: closed and made by the host at start-up; nothing is ever looked up in a class by a name from a rule. The guide, the
 * editor and the checker read the same words. Neighbours: {@code check} resolves names against it.
 */
@NullMarked
package milepost.rules.language.vocabulary;

import org.jspecify.annotations.NullMarked;

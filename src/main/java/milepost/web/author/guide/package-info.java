/**
 * The author's guide and the pages about advice, as they come with the program.
 *
 * <p>Promise: one text, read from the rules folder of the program and from beside the checks; the editor's hints are its tables.
 */
@NullMarked
package milepost.web.author.guide;

import org.jspecify.annotations.NullMarked;

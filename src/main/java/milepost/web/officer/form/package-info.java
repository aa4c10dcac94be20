/**
 * Forms of officers: what was typed, what it means, and what is wrong with it.
 *
 * <p>Promise: what was typed is kept as it was typed, whatever is wrong; an error names its field and how to put it right.
 */
@NullMarked
package milepost.web.officer.form;

import org.jspecify.annotations.NullMarked;

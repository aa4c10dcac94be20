/**
 * How sure managers are: their own ratings beside the health that follows from flags, and the response to a red one.
 *
 * <p>Promise: a rating never replaces what the rules find; every rating is kept with who gave it, when and why.
 */
@NullMarked
package milepost.web.manager.confidence;

import org.jspecify.annotations.NullMarked;

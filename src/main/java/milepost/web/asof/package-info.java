/**
 * Time travel on pages: reads the moment that a page is asked for, and the control that moves it.
 *
 * <p>Promise: the address says the moment and nothing else does; every page that can be looked at in another moment has the same
 * control, which works as a plain form. Shared by the groups of pages, knows none of them.
 */
@NullMarked
package milepost.web.asof;

import org.jspecify.annotations.NullMarked;

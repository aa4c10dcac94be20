/**
 * The forecast page: what will happen to flags if nothing changes. Promise: it says no more than the one evaluator finds for the
 * days to come. Stands on foresight and layout.
 */
@NullMarked
package milepost.web.manager.forecast;

import org.jspecify.annotations.NullMarked;

/**
 * What all pages share: the frame around a page, small marks, words and dates.
 *
 * <p>Promise: view records and templates only print; neighbours above are the groups of pages, below the use cases.
 */
@NullMarked
package milepost.web.layout;

import org.jspecify.annotations.NullMarked;

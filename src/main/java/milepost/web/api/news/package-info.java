/**
 * News for programs: what they are told of flags, and what became of it.
 *
 * <p>Promise: nobody sees or changes a subscription of somebody else; the key of a webhook is answered once.
 */
@NullMarked
package milepost.web.api.news;

import org.jspecify.annotations.NullMarked;

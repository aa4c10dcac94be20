/**
 * What people ask to be told of flags, and how they end it from a mail.
 *
 * <p>Promise: nobody sees or changes a subscription of somebody else; the key of a webhook is shown once.
 */
@NullMarked
package milepost.web.account.news;

import org.jspecify.annotations.NullMarked;

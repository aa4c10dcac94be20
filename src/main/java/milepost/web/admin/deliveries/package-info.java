/**
 * What became of the messages that this server sends.
 *
 * <p>Promise: shows where messages went and why some did not arrive, never what was in them nor the secret part of an address.
 */
@NullMarked
package milepost.web.admin.deliveries;

import org.jspecify.annotations.NullMarked;

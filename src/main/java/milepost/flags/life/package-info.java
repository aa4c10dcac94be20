/** A flag and all that happens to it: what findings make of it and what replaying its events gives. Pure, without a database. */
@NullMarked
package milepost.flags.life;

import org.jspecify.annotations.NullMarked;

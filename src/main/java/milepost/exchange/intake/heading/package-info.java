/** What the columns of a table mean: guessed from their headings, corrected by people, kept as profiles. */
@NullMarked
package milepost.exchange.intake.heading;

import org.jspecify.annotations.NullMarked;

/** What an import would do, row by row, with every problem at its row and column. */
@NullMarked
package milepost.exchange.intake.plan;

import org.jspecify.annotations.NullMarked;

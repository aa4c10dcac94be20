/** What rules report: the only effect that a rule has, with the facts and fields that it rests on. */
@NullMarked
package milepost.rules.engine.report;

import org.jspecify.annotations.NullMarked;

package milepost.web.manager.flag;

import milepost.flags.life.Flag;
import milepost.rules.book.InForce;
import milepost.web.asof.Control;
import milepost.web.asof.Moment;
import milepost.web.layout.Subjects;
import org.jspecify.annotations.Nullable;

/**
 * A flag in the moment in which it is looked at.
 *
 * @param rules those of a past moment, null for the present
 */
record Shown(
        Flag flag,
        Moment moment,
        Control control,
        Subjects subjects,
        @Nullable InForce rules) {}

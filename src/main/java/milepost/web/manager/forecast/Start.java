package milepost.web.manager.forecast;

import java.util.List;
import milepost.flags.life.Flag;
import milepost.foresight.Forecast;
import milepost.rules.Ruleset;

/**
 * The forecast of one roadmap with what it starts from.
 *
 * @param active the flags that are active on its first day
 * @param rules what it was made with
 */
record Start(Forecast forecast, List<Flag> active, Ruleset rules) {}

/** The program: its commands, its settings, and the one place where everything is wired together. */
@NullMarked
package milepost;

import org.jspecify.annotations.NullMarked;

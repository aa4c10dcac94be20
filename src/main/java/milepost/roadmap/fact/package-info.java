/** What is written down: each kind of fact, its text in the database, how an edit changes it, and what must hold before it is stored. Knows no database. */
@NullMarked
package milepost.roadmap.fact;

import org.jspecify.annotations.NullMarked;

/** Reads and writes the versions of facts and the changes that they came and went with, in the transaction of its caller; knows no use case. */
@NullMarked
package milepost.roadmap.store;

import org.jspecify.annotations.NullMarked;

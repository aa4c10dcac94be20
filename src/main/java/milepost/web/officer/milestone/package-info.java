/**
 * The page of a milestone: its form with everything that belongs to it, what a save would do and did, its flags, its history, and the
 * merge of two people's work.
 *
 * <p>Promise: nothing typed is lost, whatever the answer; what stands on the form is saved as one change.
 */
@NullMarked
package milepost.web.officer.milestone;

import org.jspecify.annotations.NullMarked;

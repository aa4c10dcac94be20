/**
 * What is to be told, from the transaction in which something happened until the other side has it.
 *
 * <p>Promise: each transition is written once for each subscription that asks for it, together with the transition; a message is
 * sent by one node at a time, is tried again until it arrives or is given up in plain sight, and keeps its name, so that a receiver
 * can drop the copy that a crash between sending and writing that down leaves. Nobody is told of a roadmap that they may not read.
 */
@NullMarked
package milepost.news.outbox;

import org.jspecify.annotations.NullMarked;

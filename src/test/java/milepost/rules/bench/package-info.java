/** Benchmarks of the rules, run by hand: how, stands in the README. */
package milepost.rules.bench;

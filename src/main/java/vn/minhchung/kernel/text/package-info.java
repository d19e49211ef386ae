/**
 * Reads Vietnamese source text: amounts, dates, periods, ratings, scores, votes and names as people write them. Every
 * reader keeps the raw text beside what it read and flags what it does not understand; none guesses. No clock, no
 * framework, no floating point.
 */
@NullMarked
package vn.minhchung.kernel.text;

import org.jspecify.annotations.NullMarked;

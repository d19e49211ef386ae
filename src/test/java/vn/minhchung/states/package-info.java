/** The life of the aggregates: what the code does with each command in each state, beside what a person wrote down. */
@NullMarked
package vn.minhchung.states;

import org.jspecify.annotations.NullMarked;

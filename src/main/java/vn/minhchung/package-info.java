/** Minh Chứng: the event-sourced record of publicly funded research. */
@NullMarked
package vn.minhchung;

import org.jspecify.annotations.NullMarked;

/**
 * Tables people bring, as rows of text, whatever file they came in. The reading of files is the platform's
 * ({@link vn.minhchung.kernel.table.TableReader}); finding the header and the known columns is done here.
 */
@NullMarked
package vn.minhchung.kernel.table;

import org.jspecify.annotations.NullMarked;

/** Reads the files people bring: CSV and XLSX, with limits, as rows of text. */
@NullMarked
package vn.minhchung.platform.table;

import org.jspecify.annotations.NullMarked;

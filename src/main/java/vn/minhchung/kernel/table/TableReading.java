package vn.minhchung.kernel.table;

/** What became of a file: its rows, or why it could not be read. */
public sealed interface TableReading permits TableFile, TableProblem {}

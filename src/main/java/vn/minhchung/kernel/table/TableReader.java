package vn.minhchung.kernel.table;

/** Reads a file of rows. Never throws for what is in the file: a file that cannot be read is a {@link TableProblem}. */
@FunctionalInterface
public interface TableReader {

    /**
     * Reads CSV (UTF-8, UTF-16, Windows-1258, TCVN3 or VNI; comma, semicolon, tab or bar) or XLSX.
     *
     * @param fileName for people and the record only; the kind of file is seen from the bytes
     */
    TableReading read(byte[] bytes, String fileName);
}

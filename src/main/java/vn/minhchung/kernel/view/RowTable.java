package vn.minhchung.kernel.view;

import java.util.List;

/**
 * An append-only table of facts that never change (postings, the list of events). Every row carries the position of the
 * event that wrote it in a column {@code position bigint}, added by the writer.
 *
 * @param columns SQL definitions without {@code position}, e.g. {@code amount bigint not null}
 * @param indexes column lists, e.g. {@code project, account, position}
 */
public record RowTable(String name, List<String> columns, List<String> indexes) {
    public List<String> columnNames() {
        return columns.stream().map(c -> c.substring(0, c.indexOf(' '))).toList();
    }
}

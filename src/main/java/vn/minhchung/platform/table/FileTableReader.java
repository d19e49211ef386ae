package vn.minhchung.platform.table;

import java.io.IOException;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.table.TableProblem;
import vn.minhchung.kernel.table.TableReader;
import vn.minhchung.kernel.table.TableReading;
import vn.minhchung.kernel.text.Remark;

/** Tells the kind of file from its first bytes and hands it to the reader of that kind. */
@Component
public final class FileTableReader implements TableReader {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    @Override
    public TableReading read(byte[] bytes, String fileName) {
        try {
            if (bytes.length > TableLimits.FILE_BYTES) {
                throw new TableException(Remark.of("table.too_large", Integer.toString(TableLimits.FILE_MIB)));
            }
            if (startsWith(bytes, OLE2)) {
                throw new TableException(Remark.of("table.old_excel"));
            }
            if (startsWith(bytes, PDF)) {
                throw new TableException(Remark.of("table.not_a_table"));
            }
            return startsWith(bytes, ZIP) ? XlsxTable.read(bytes, fileName) : CsvTable.read(bytes, fileName);
        } catch (TableException e) {
            return e.problem();
        } catch (IOException | RuntimeException e) {
            // The libraries throw many kinds for a damaged file; to a person they are all the same.
            return TableProblem.ofFile(Remark.of("table.broken"));
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.length <= i || bytes[i] != start[i]) {
                return false;
            }
        }
        return true;
    }
}

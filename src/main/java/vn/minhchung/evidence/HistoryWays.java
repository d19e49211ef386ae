package vn.minhchung.evidence;

import java.util.List;
import vn.minhchung.kernel.log.SignedNote;

/** What is consistent in itself, so that only those who kept a checkpoint can tell. */
final class HistoryWays {
    private HistoryWays() {}

    static List<Way> all() {
        return List.of(
                Way.at("old backup restored", "khôi phục bản sao lưu cũ", HistoryWays::oldBackup),
                Way.at(
                        "everything behind rewritten by a superuser with the log's key",
                        "người quản trị cơ sở dữ liệu có khoá của sổ viết lại mọi sự kiện từ vị trí đó",
                        HistoryWays::rewritten),
                Way.at(
                        "another view shown to a second witness",
                        "cho bên chứng kiến thứ hai xem một sổ khác",
                        HistoryWays::splitView));
    }

    /** As the whole database was when the command before had been recorded and sealed. */
    private static Expected oldBackup(LogCopy copy, long position) {
        long end = copy.commandBefore(position);
        copy.run("delete from event_store.event where position > ?", end);
        copy.cutSeals(end);
        return Expected.of("OLD_BACKUP", end + 1, kept(copy, end));
    }

    private static List<SignedNote> kept(LogCopy copy, long before) {
        return List.of(copy.witnessed(before), copy.witnessed(copy.size()));
    }

    private static Expected rewritten(LogCopy copy, long position) {
        rewrite(copy, position);
        return Expected.of(
                new Finding("SPLIT_VIEW", position), new Finding("REWRITTEN", position), kept(copy, position - 1));
    }

    private static Expected splitView(LogCopy copy, long position) {
        rewrite(copy, position);
        copy.cosigned(copy.otherWitness());
        return Expected.of("SPLIT_VIEW", position, kept(copy, position - 1));
    }

    /** Every event from a position on is another one, and all seals fit. */
    private static void rewrite(LogCopy copy, long from) {
        copy.cutSeals(from - 1);
        copy.run("update event_store.event set payload = payload || '\\x20'::bytea where position >= ?", from);
        copy.sealAgain();
    }
}

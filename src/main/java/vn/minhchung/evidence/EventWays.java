package vn.minhchung.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.StoredEvent;

/** What is done to the rows of the events; their seals stay. */
final class EventWays {
    /** Positions are positive and unique, so rows are moved out of the way first. */
    private static final long ASIDE = 1L << 60;

    private EventWays() {}

    static List<Way> all() {
        return List.of(
                Way.once("control", "đối chứng: không làm gì", (copy, _) -> Expected.of("OK", 0, kept(copy))),
                Way.at("payload bit flipped", "đảo một bit của nội dung", EventWays::payload),
                Way.at("metadata bit flipped", "đảo một bit của phần ghi ai, khi nào, căn cứ nào", EventWays::envelope),
                Way.at("stored time bit flipped", "đảo một bit của thời điểm lưu", EventWays::storedTime),
                Way.at("recorded time bit flipped", "đảo một bit của thời điểm ghi", EventWays::recordedTime),
                Way.at("event deleted", "xoá một sự kiện", EventWays::deleted),
                Way.at(
                        "event deleted and the gap closed",
                        "xoá một sự kiện rồi đánh số lại",
                        EventWays::deletedAndClosed),
                Way.at("events swapped", "đổi chỗ hai sự kiện", EventWays::swapped),
                Way.at("event inserted between", "chèn một sự kiện vào giữa", EventWays::inserted),
                Way.once("event appended without a seal", "thêm một sự kiện không niêm phong", EventWays::appended),
                Way.at("tail cut", "cắt bỏ phần cuối", EventWays::tailCut));
    }

    static List<SignedNote> kept(LogCopy copy) {
        return List.of(copy.witnessed(copy.size()));
    }

    private static Expected payload(LogCopy copy, long position) {
        flip(copy, "payload", position, copy.event(position).payload());
        return Expected.of("PAYLOAD", position, kept(copy));
    }

    private static Expected envelope(LogCopy copy, long position) {
        flip(copy, "envelope", position, copy.event(position).envelope());
        return Expected.of("ENVELOPE", position, kept(copy));
    }

    /** The lowest bit of the first letter or digit, so that it stays JSON. */
    private static void flip(LogCopy copy, String column, long position, byte[] bytes) {
        int at = 0;
        while (at < bytes.length - 1 && !Character.isLetterOrDigit(bytes[at])) at++;
        copy.run(
                "update event_store.event set %1$s = set_byte(%1$s, ?, get_byte(%1$s, ?) # 1) where position = ?"
                        .formatted(column),
                at,
                at,
                position);
    }

    /** The lowest bit that is set, for the table wants no time later than the recorded one. */
    private static Expected storedTime(LogCopy copy, long position) {
        copy.run("update event_store.event set stored_ms = stored_ms & (stored_ms - 1) where position = ?", position);
        return Expected.of("TIME", position, kept(copy));
    }

    /** The lowest bit that is not set. */
    private static Expected recordedTime(LogCopy copy, long position) {
        copy.run(
                "update event_store.event set recorded_us = recorded_us | (recorded_us + 1) where position = ?",
                position);
        return Expected.of("TIME", position, kept(copy));
    }

    private static Expected deleted(LogCopy copy, long position) {
        copy.run("delete from event_store.event where position = ?", position);
        return Expected.of(gone(copy, position), position, kept(copy));
    }

    private static Expected deletedAndClosed(LogCopy copy, long position) {
        copy.run("delete from event_store.event where position = ?", position);
        shift(copy, position + 1, -1);
        return Expected.of(gone(copy, position), position, kept(copy));
    }

    /** Behind the last one nothing tells that it was one of many. */
    private static String gone(LogCopy copy, long position) {
        return position == copy.size() ? "TAIL_CUT" : "DELETED";
    }

    private static void shift(LogCopy copy, long from, int by) {
        copy.run("update event_store.event set position = position + ? where position >= ?", ASIDE, from);
        copy.run("update event_store.event set position = position - ? where position >= ?", ASIDE - by, ASIDE);
    }

    /** With the one behind it; the last one with that before it. */
    private static Expected swapped(LogCopy copy, long position) {
        if (copy.size() < 2) return Expected.of("OK", 0, kept(copy));
        long first = Math.min(position, copy.size() - 1);
        copy.run("update event_store.event set position = position + ? where position = ?", ASIDE, first);
        copy.run("update event_store.event set position = ? where position = ?", first, first + 1);
        copy.run("update event_store.event set position = ? where position >= ?", first + 1, ASIDE);
        return Expected.of("SWAPPED", first, kept(copy));
    }

    private static Expected inserted(LogCopy copy, long position) {
        StoredEvent like = copy.event(position);
        shift(copy, position, 1);
        insert(copy, position, like);
        return Expected.of("INSERTED", position, kept(copy));
    }

    private static Expected appended(LogCopy copy, long none) {
        insert(copy, copy.size() + 1, copy.event(copy.size()));
        return Expected.of("UNSEALED", copy.size() + 1, kept(copy));
    }

    /** Another event of the same content and time, the only one of its command and of its stream. */
    private static void insert(LogCopy copy, long position, StoredEvent like) {
        String envelope = """
                {"build":"drill","extra":{},"part":"1/1","rules":[],"salt":"%s","warnings":[]}""".formatted("5a".repeat(16));
        copy.run(
                "insert into event_store.event (position, event_id, stream, sequence, type, name, revision, stored_ms,"
                        + " recorded_us, payload, envelope) values (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)",
                position,
                UUID.randomUUID(),
                "drill:1",
                like.type(),
                like.name(),
                like.revision(),
                like.storedMs(),
                like.recordedUs() + 1,
                like.payload(),
                envelope.getBytes(StandardCharsets.UTF_8));
    }

    private static Expected tailCut(LogCopy copy, long position) {
        copy.run("delete from event_store.event where position >= ?", position);
        return Expected.of("TAIL_CUT", position, kept(copy));
    }
}

package vn.minhchung.kernel.log;

import java.util.List;

/**
 * A log's size and root (C2SP tlog-checkpoint).
 *
 * @param origin which log; one line
 * @param size number of leaves
 * @param root 32 bytes
 * @param extensions further lines; ours have none
 */
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {
    private static final int LINES = 3;

    public Checkpoint {
        requireLine(origin);
        extensions.forEach(Checkpoint::requireLine);
        if (size < 0) throw new NoteFault("a log of " + size + " leaves");
        if (root.length != Tile.HASH_BYTES) throw new NoteFault("a root of " + root.length + " bytes");
        extensions = List.copyOf(extensions);
    }

    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /** The text of its note. */
    public String text() {
        StringBuilder text = new StringBuilder("%s\n%d\n%s\n".formatted(origin, size, NoteText.base64(root)));
        extensions.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    /**
     * @param text of a note, verified before
     * @throws NoteFault when it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) throw new NoteFault("a checkpoint without its newline");
        List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES) throw new NoteFault("a checkpoint of " + lines.size() + " lines");
        return new Checkpoint(
                lines.getFirst(),
                NoteText.number(lines.get(1)),
                NoteText.base64(lines.get(2)),
                lines.subList(LINES, lines.size()));
    }

    public SignedNote signedBy(SigningKey key) {
        return new SignedNote(text(), List.of(key.sign(text())));
    }

    private static void requireLine(String line) {
        if (line.isEmpty() || line.contains("\n")) throw new NoteFault("no line: \"" + line + "\"");
        NoteText.requireText(line);
    }
}

package vn.minhchung.kernel.log;

import java.util.List;

/**
 * That one key of the log follows another: both sign it, so whoever trusts one may trust the other.
 *
 * @param size of the log then, leaves: checkpoints up to it are signed by the key before, from it on by the one after
 */
public record KeyRotation(VerifierKey before, VerifierKey after, long size) {
    private static final int LINES = 4;

    public KeyRotation {
        if (!before.name().equals(after.name())) throw new IllegalArgumentException("keys of two logs");
    }

    public String text() {
        return "minhchung/key-rotation\n%s\n%s\n%d\n".formatted(before.text(), after.text(), size);
    }

    /**
     * The key that follows a known one.
     *
     * @throws NoteFault when the note is no rotation, or not signed by both keys
     */
    public static KeyRotation parse(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() != LINES) throw new NoteFault("a rotation of " + lines.size() + " lines");
        KeyRotation rotation = new KeyRotation(
                VerifierKey.parse(lines.get(1)), VerifierKey.parse(lines.get(2)), NoteText.number(lines.get(3)));
        if (!rotation.text().equals(note.text())) throw new NoteFault("no rotation");
        for (VerifierKey key : List.of(rotation.before, rotation.after)) note.verified(List.of(key));
        return rotation;
    }

    public static SignedNote signed(SigningKey before, SigningKey after, long size) {
        String text = new KeyRotation(before.verifier(), after.verifier(), size).text();
        return new SignedNote(text, List.of(before.sign(text), after.sign(text)));
    }
}

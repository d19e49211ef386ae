package vn.minhchung.kernel.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text and who signed it (C2SP signed-note). Nothing of the text counts before {@link #verified} says so.
 *
 * @param text with its last newline
 * @param signatures as they stand, of known keys and of others
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Longer ones are not looked at. */
    public static final int MAX_BYTES = 65_536;
    /** Sixteen must be accepted. */
    private static final int MAX_SIGNATURES = 64;

    public SignedNote {
        NoteText.requireText(text);
        if (!text.endsWith("\n")) throw new NoteFault("a text without its newline");
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES)
            throw new NoteFault(signatures.size() + " signatures");
        signatures = List.copyOf(signatures);
    }

    /** As it is sent, UTF-8. */
    public String encoded() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /** @throws NoteFault when it is no signed note */
    public static SignedNote parse(byte[] utf8) {
        if (utf8.length > MAX_BYTES) throw new NoteFault("a note of " + utf8.length + " bytes");
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new NoteFault("a note that is no UTF-8");
        }
    }

    /** @throws NoteFault when it is no signed note */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n")) throw new NoteFault("a text without signatures");
        return new SignedNote(note.substring(0, blank + 1), signatures(note.substring(blank + 2)));
    }

    /** Signature lines alone, as a witness answers; each ends with a newline. */
    public static List<NoteSignature> signatures(String lines) {
        if (!lines.endsWith("\n")) throw new NoteFault("a signature line without its newline");
        return Stream.of(lines.substring(0, lines.length() - 1).split("\n", -1))
                .map(NoteSignature::parse)
                .toList();
    }

    /** The signatures without repetitions: a line repeated says nothing more, and need not be verified again. */
    public List<NoteSignature> different() {
        Set<String> seen = new HashSet<>();
        return signatures.stream().filter(line -> seen.add(line.line())).toList();
    }

    public SignedNote with(NoteSignature added) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(added);
        return new SignedNote(text, all);
    }

    /**
     * The signatures of known keys, all of them good; those of others are passed over.
     *
     * @throws NoteFault when no known key signed, or a line in a known key's name is not of that key
     */
    public List<NoteSignature> verified(Collection<VerifierKey> known) {
        List<NoteSignature> good = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : known) {
                if (!key.named(signature)) continue;
                if (!key.verifies(text, signature)) throw new NoteFault("not signed by " + key.text());
                good.add(signature);
            }
        }
        if (good.isEmpty()) throw new NoteFault("not signed by any known key");
        return List.copyOf(good);
    }
}

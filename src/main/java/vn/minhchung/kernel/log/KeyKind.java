package vn.minhchung.kernel.log;

import java.util.Arrays;

/** What a key signs with, and the byte C2SP gave it. All are Ed25519. */
public enum KeyKind {
    /** The text of a note (C2SP signed-note). */
    NOTE(1),
    /** That a checkpoint was seen, and when (C2SP tlog-cosignature). */
    COSIGNATURE(4);

    private final byte code;

    KeyKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /** @throws NoteFault for a kind that is not supported */
    static KeyKind of(byte code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code == code)
                .findFirst()
                .orElseThrow(() -> new NoteFault("a key of kind " + code));
    }
}

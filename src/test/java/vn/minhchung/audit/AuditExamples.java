package vn.minhchung.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.command.RequestAccepted;
import vn.minhchung.kernel.command.StreamRead;
import vn.minhchung.kernel.log.Checkpoint;
import vn.minhchung.kernel.log.KeyKind;
import vn.minhchung.kernel.log.NoteSignature;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.VerifierKey;

/** Samples of this module's events, and of the one that the platform itself writes. */
public final class AuditExamples {
    public static final LocalDate DAY = LocalDate.of(2025, 3, 9);

    private AuditExamples() {}

    public static AuditEvent.RefusalsSealed sealed() {
        return new AuditEvent.RefusalsSealed(RefusalSealId.of(DAY), DAY, 31, Sha256.hex("a day"));
    }

    public static AuditEvent.ReadingsSealed readingsSealed() {
        return new AuditEvent.ReadingsSealed(ReadingSealId.of(DAY), DAY, 17, Sha256.hex("a day of readings"));
    }

    public static final VerifierKey OLD_KEY = new VerifierKey("log.example/so-khcn", KeyKind.NOTE, new byte[32]);
    public static final VerifierKey NEW_KEY =
            new VerifierKey("log.example/so-khcn", KeyKind.NOTE, Sha256.of(new byte[] {3}));

    public static AuditEvent.LogKeyRotated rotated() {
        return new AuditEvent.LogKeyRotated(LogKeyId.of(OLD_KEY.name()), OLD_KEY.text(), NEW_KEY.text());
    }

    public static AuditEvent.LogContinued continued() {
        LogContradiction found = contradiction();
        return new AuditEvent.LogContinued(
                found.id(),
                found.kind(),
                found.size(),
                Base64.getEncoder().encodeToString(found.root()),
                found.ownSize(),
                Base64.getEncoder().encodeToString(found.ownRoot()));
    }

    /** Nobody signed it: whoever decides about it does not look any more. */
    public static LogContradiction contradiction() {
        Checkpoint signed = Checkpoint.of("log.example/so-khcn", 4_211, Sha256.of(new byte[] {1}));
        SignedNote note =
                new SignedNote(signed.text(), List.of(new NoteSignature("log.example/so-khcn", 1, new byte[64])));
        return new LogContradiction(
                LogContradictionId.of(signed.text()),
                LogContradiction.Kind.OLD_BACKUP,
                signed.size(),
                signed.root(),
                note,
                4_000,
                Sha256.of(new byte[] {2}),
                Instant.EPOCH);
    }

    public static AuditEvent.BundleExported exported() {
        return new AuditEvent.BundleExported(
                new BundleId("bundle:01890a5d-ac96-7741-b9f0-7f2a4b8c0b01"),
                new BundleSubject("project:01890a5d-ac96-7741-b9f0-7f2a4b8c0101"),
                4_211,
                true);
    }

    static List<DomainEvent> all() {
        return List.of(
                sealed(),
                readingsSealed(),
                continued(),
                rotated(),
                exported(),
                new RequestAccepted(
                        "request:account:01890a5d-ac96-7741-b9f0-7f2a4b8c0009:sealRefusals:key-1",
                        Sha256.hex("an input")),
                new StreamRead("request:account:01890a5d-ac96-7741-b9f0-7f2a4b8c0009:sealRefusals:key-1"));
    }
}

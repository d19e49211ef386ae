package vn.minhchung.audit;

import java.time.LocalDate;
import java.util.List;
import vn.minhchung.kernel.DomainEvent;
import vn.minhchung.kernel.Sha256;
import vn.minhchung.kernel.command.RequestAccepted;
import vn.minhchung.kernel.command.StreamRead;

/** Samples of this module's events, and of the one that the platform itself writes. */
public final class AuditExamples {
    public static final LocalDate DAY = LocalDate.of(2025, 3, 9);

    private AuditExamples() {}

    public static AuditEvent.RefusalsSealed sealed() {
        return new AuditEvent.RefusalsSealed(RefusalSealId.of(DAY), DAY, 31, Sha256.hex("a day"));
    }

    static List<DomainEvent> all() {
        return List.of(
                sealed(),
                new RequestAccepted(
                        "request:account:01890a5d-ac96-7741-b9f0-7f2a4b8c0009:sealRefusals:key-1",
                        Sha256.hex("an input")),
                new StreamRead("request:account:01890a5d-ac96-7741-b9f0-7f2a4b8c0009:sealRefusals:key-1"));
    }
}

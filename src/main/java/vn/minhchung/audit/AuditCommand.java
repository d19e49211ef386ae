package vn.minhchung.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;
import vn.minhchung.kernel.log.VerifierKey;

/** What may be asked of audit. */
public sealed interface AuditCommand extends Command {
    /** Seals the refused attempts of a day that is over. Sent every day by the system itself. */
    @MayBeSentBy(
            mutation = "sealRefusals",
            creates = true,
            roles = {Role.ADMIN})
    record SealRefusals(LocalDate day) implements AuditCommand {
        @Override
        public String subject() {
            return RefusalSealId.of(day).value();
        }
    }

    /** Seals the readings of a day that is over. Sent every day by the system itself. */
    @MayBeSentBy(
            mutation = "sealReadings",
            creates = true,
            roles = {Role.ADMIN})
    record SealReadings(LocalDate day) implements AuditCommand {
        @Override
        public String subject() {
            return ReadingSealId.of(day).value();
        }
    }

    /**
     * Another key signs the log's checkpoints from now on. Needs a reason.
     *
     * @param oldKey the key that signs now, as a verifier key: of two who have it replaced at once, one does
     */
    @MayBeSentBy(
            mutation = "rotateLogKey",
            creates = true,
            roles = {Role.ADMIN})
    record RotateLogKey(String oldKey) implements AuditCommand {
        @Override
        public String subject() {
            return LogKeyId.of(VerifierKey.nameIn(oldKey)).value();
        }
    }

    /**
     * Evidence about an object is taken out of the system, in a file that is verified without it.
     *
     * @param asOf up to which position, at most as far as was seen; null: as far
     * @param entries with every leaf entry of the log
     */
    @MayBeSentBy(
            mutation = "exportBundle",
            creates = true,
            roles = {Role.INSPECTOR},
            seen = true)
    record ExportBundle(
            BundleId bundle, BundleSubject of, @Nullable Long asOf, boolean entries) implements AuditCommand {
        @Override
        public String subject() {
            return bundle.value();
        }
    }

    /** The log is known not to hold what was witnessed, and is written on all the same. Needs a reason. */
    @MayBeSentBy(
            mutation = "continueLog",
            creates = true,
            roles = {Role.ADMIN})
    record ContinueLog(LogContradictionId contradiction) implements AuditCommand {
        @Override
        public String subject() {
            return contradiction.value();
        }
    }
}

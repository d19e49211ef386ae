package vn.minhchung.operations;

import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What an operator may order about dead letters. */
public sealed interface DeadLetterCommand extends Command {
    /** A process is to try again what it could not do. Needs a reason. */
    @MayBeSentBy(
            mutation = "retryDeadLetter",
            creates = true,
            roles = {Role.ADMIN})
    record RetryDeadLetter(DeadLetterId letter) implements DeadLetterCommand {
        @Override
        public String subject() {
            return letter.value();
        }
    }
}

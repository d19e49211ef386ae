package vn.minhchung.audit.write;

import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;

/** Where audit's own commands arrive. */
@Component
final class AuditDesk implements Desk {
    private final Aggregates aggregates;
    private final RefusalBook refusals;

    AuditDesk(Aggregates aggregates, RefusalBook refusals) {
        this.aggregates = aggregates;
        this.refusals = refusals;
    }

    @CommandHandler
    void handle(SealRefusals command, Decision decision) {
        var digest =
                Objects.requireNonNull(refusals.digests(List.of(command.day())).get(command.day()));
        aggregates.create(RefusalDay.class, command.subject(), day -> day.decide(command, digest, decision));
    }
}

package vn.minhchung.audit.process;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand;
import vn.minhchung.audit.AuditCommand.SealRefusals;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.RefusalBook;
import vn.minhchung.audit.RefusalSealId;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.view.Views;

/** For the refused attempts. */
@Component
final class WhenDayEndsThenSealRefusals extends WhenDayEndsThenSeal {
    WhenDayEndsThenSealRefusals(RefusalBook refusals, Commands commands, Views views, DeadLetters letters) {
        super(refusals, AuditViews.REFUSAL_SEAL, commands, views, letters);
    }

    @Override
    public String name() {
        return "audit.SealRefusals";
    }

    @Override
    Id seal(LocalDate day) {
        return RefusalSealId.of(day);
    }

    @Override
    AuditCommand command(LocalDate day) {
        return new SealRefusals(day);
    }

    @Override
    String mutation() {
        return "sealRefusals";
    }

    @Override
    String key() {
        return "seal-refusals";
    }
}

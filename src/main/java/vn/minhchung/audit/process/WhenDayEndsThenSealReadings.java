package vn.minhchung.audit.process;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand;
import vn.minhchung.audit.AuditCommand.SealReadings;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.ReadingBook;
import vn.minhchung.audit.ReadingSealId;
import vn.minhchung.kernel.DeadLetters;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.view.Views;

/** For the readings. */
@Component
final class WhenDayEndsThenSealReadings extends WhenDayEndsThenSeal {
    WhenDayEndsThenSealReadings(ReadingBook readings, Commands commands, Views views, DeadLetters letters) {
        super(readings, AuditViews.READING_SEAL, commands, views, letters);
    }

    @Override
    public String name() {
        return "audit.SealReadings";
    }

    @Override
    Id seal(LocalDate day) {
        return ReadingSealId.of(day);
    }

    @Override
    AuditCommand command(LocalDate day) {
        return new SealReadings(day);
    }

    @Override
    String mutation() {
        return "sealReadings";
    }

    @Override
    String key() {
        return "seal-readings";
    }
}

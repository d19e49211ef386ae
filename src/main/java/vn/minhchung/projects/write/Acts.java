package vn.minhchung.projects.write;

import java.util.List;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.text.PlainText;

/** What decisions about a task ask of the decision itself. */
final class Acts {
    static final String RECORD_CONFIRM = "four-eyes.record-confirm";

    private Acts() {}

    static String reason(String reason) {
        if (PlainText.saysNothing(reason))
            throw Refusal.of(ErrorCode.REASON_REQUIRED).at("reason");
        return Words.tidy(reason);
    }

    /** Everybody who may not confirm what is being recorded; nobody when the decision is taken here. */
    static List<PersonId> recordedBy(Decision decision, Role... roles) {
        return decision.recorded() ? decision.recorders(roles) : List.of();
    }
}

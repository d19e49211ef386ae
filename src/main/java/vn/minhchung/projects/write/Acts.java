package vn.minhchung.projects.write;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.DecisionMode;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Role;

/** What decisions about a task ask of the decision itself. */
final class Acts {
    static final String RECORD_CONFIRM = "four-eyes.record-confirm";

    private Acts() {}

    /** Acts of the system itself: a record of them on paper would again need somebody to confirm it. */
    static void here(Decision decision) {
        if (decision.recorded())
            throw Refusal.of(ErrorCode.INVALID_INPUT, "expected", DecisionMode.TAKEN, "value", DecisionMode.RECORDED)
                    .at("decision", "mode");
    }

    static void onBasis(Decision decision) {
        if (decision.basis().isEmpty())
            throw Refusal.of(ErrorCode.BASIS_REQUIRED).at("decision", "basis");
    }

    static String reason(String reason) {
        if (reason.isBlank()) throw Refusal.of(ErrorCode.REASON_REQUIRED).at("reason");
        return Words.tidy(reason);
    }

    /** Everybody who may not confirm what is being recorded; nobody when the decision is taken here. */
    static List<PersonId> recordedBy(Decision decision, Role... roles) {
        if (!decision.recorded()) return List.of();
        return Stream.concat(decision.persons(decision.exercised(roles)).stream(), decision.signatory().stream())
                .distinct()
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }
}

package vn.minhchung.rules.write;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Facts;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.InternalControl;
import vn.minhchung.rules.Applied;
import vn.minhchung.rules.Rules;

/** Internal control by the rules in force; without one it refuses, so that nobody is first and alone. */
@Component
class SwitchedControl implements InternalControl {
    private final Rules rules;

    SwitchedControl(Rules rules) {
        this.rules = rules;
    }

    @Override
    public void broken(String family, LocalDate on, ErrorCode code, Object... facts) {
        Applied applied = rules.on(family, on);
        if (applied.version().isEmpty()) {
            Map<String, String> known = Facts.of(facts);
            known.put("basis", InForceRules.INTERNAL_BASIS);
            throw new Refusal(code, known);
        }
        applied.refuseUnless(false, code, facts);
    }
}

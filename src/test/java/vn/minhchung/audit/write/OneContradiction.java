package vn.minhchung.audit.write;

import java.util.List;
import java.util.Optional;
import vn.minhchung.audit.AuditExamples;
import vn.minhchung.audit.LogContradiction;
import vn.minhchung.audit.LogContradictionId;
import vn.minhchung.audit.LogContradictions;
import vn.minhchung.kernel.log.SignedNote;

/** The one of the samples. */
final class OneContradiction implements LogContradictions {
    @Override
    public Verdict judge(SignedNote note) {
        return Verdict.CONTRADICTED;
    }

    @Override
    public Optional<LogContradiction> find(LogContradictionId id) {
        return list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public List<LogContradiction> list() {
        return List.of(AuditExamples.contradiction());
    }
}

package vn.minhchung.evidence;

import org.springframework.beans.factory.BeanFactory;
import vn.minhchung.audit.LogAtRest;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.LogSealer;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.kernel.log.StoredLog;

/** A log at rest ({@link LogAtRest}): a store's, or a copy. */
interface LogParts {
    BeanFactory parts();

    default StoredLog events() {
        return parts().getBean(StoredLog.class);
    }

    default SealedLog sealed() {
        return parts().getBean(SealedLog.class);
    }

    default LogSealer sealer() {
        return parts().getBean(LogSealer.class);
    }

    default LogKeyRing keys() {
        return parts().getBean(LogKeyRing.class);
    }
}

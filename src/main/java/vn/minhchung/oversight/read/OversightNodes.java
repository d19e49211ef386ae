package vn.minhchung.oversight.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.oversight.AuditHitView;
import vn.minhchung.oversight.AuditRoundView;
import vn.minhchung.oversight.OversightViews;

/** The kinds of objects this module's views hold. */
@Configuration(proxyBeanMethods = false)
class OversightNodes {
    @Bean
    NodeSource<AuditHitView> auditHitNodes() {
        return new NodeSource<>("audit-hit", "AuditHit", OversightViews.HITS);
    }

    @Bean
    NodeSource<AuditRoundView> auditRoundNodes() {
        return new NodeSource<>("audit-round", "AuditRound", OversightViews.ROUNDS);
    }
}

package vn.minhchung.audit.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.BundleView;
import vn.minhchung.audit.DaySealView;
import vn.minhchung.kernel.graphql.NodeSource;

/** The kinds of objects this module's views hold. */
@Configuration(proxyBeanMethods = false)
class AuditNodes {
    @Bean
    NodeSource<DaySealView> refusalSealNodes() {
        return new NodeSource<>("refusal-seal", "RefusalSeal", AuditViews.REFUSAL_SEAL);
    }

    @Bean
    NodeSource<BundleView> bundleNodes() {
        return new NodeSource<>("bundle", "Bundle", AuditViews.BUNDLE);
    }

    @Bean
    NodeSource<DaySealView> readingSealNodes() {
        return new NodeSource<>("reading-seal", "ReadingSeal", AuditViews.READING_SEAL);
    }
}

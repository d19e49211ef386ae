package vn.minhchung.access.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.access.AccessViews;
import vn.minhchung.access.AccountView;
import vn.minhchung.access.DelegationView;
import vn.minhchung.access.SignatoryListView;
import vn.minhchung.kernel.graphql.NodeSource;

/** Kinds of ids this module answers for. */
@Configuration(proxyBeanMethods = false)
class AccessNodes {
    @Bean
    NodeSource<AccountView> accountNodes() {
        return new NodeSource<>("account", "Account", AccessViews.ACCOUNTS);
    }

    @Bean
    NodeSource<DelegationView> delegationNodes() {
        return new NodeSource<>("delegation", "Delegation", AccessViews.DELEGATIONS);
    }

    @Bean
    NodeSource<SignatoryListView> signatoryNodes() {
        return new NodeSource<>("signatories", "SignatoryList", AccessViews.SIGNATORIES);
    }
}

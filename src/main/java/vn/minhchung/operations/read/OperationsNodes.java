package vn.minhchung.operations.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.operations.OperationsViews;
import vn.minhchung.operations.ViewOrderView;

/** The kinds of objects this module's views hold. */
@Configuration(proxyBeanMethods = false)
class OperationsNodes {
    @Bean
    NodeSource<ViewOrderView> viewOrderNodes() {
        return new NodeSource<>("view-order", "ViewOrder", OperationsViews.VIEW_ORDERS);
    }
}

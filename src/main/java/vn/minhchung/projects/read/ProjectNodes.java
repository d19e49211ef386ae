package vn.minhchung.projects.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.projects.AdjustmentView;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.ProjectViews;

/** How tasks and their adjustments are found by id. */
@Configuration(proxyBeanMethods = false)
class ProjectNodes {

    @Bean
    NodeSource<ProjectView> projectNodeSource() {
        return new NodeSource<>("project", "Project", ProjectViews.PROJECTS);
    }

    @Bean
    NodeSource<AdjustmentView> adjustmentNodeSource() {
        return new NodeSource<>("adjustment", "Adjustment", ProjectViews.ADJUSTMENTS);
    }
}

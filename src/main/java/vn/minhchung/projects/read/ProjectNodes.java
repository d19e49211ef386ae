package vn.minhchung.projects.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.projects.ProjectView;
import vn.minhchung.projects.ProjectViews;

/** How tasks are found by id. */
@Configuration(proxyBeanMethods = false)
class ProjectNodes {

    @Bean
    NodeSource<ProjectView> projectNodeSource() {
        return new NodeSource<>("project", "Project", ProjectViews.PROJECTS);
    }
}

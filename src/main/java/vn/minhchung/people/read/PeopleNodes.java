package vn.minhchung.people.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.people.OrganisationView;
import vn.minhchung.people.PeopleViews;
import vn.minhchung.people.PersonView;

/** Kinds of ids this module answers for. */
@Configuration(proxyBeanMethods = false)
class PeopleNodes {
    @Bean
    NodeSource<PersonView> personNodes() {
        return new NodeSource<>("person", "Person", PeopleViews.PERSONS);
    }

    @Bean
    NodeSource<OrganisationView> organisationNodes() {
        return new NodeSource<>("organisation", "Organisation", PeopleViews.ORGANISATIONS);
    }
}

package vn.minhchung.rules.read;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.graphql.NodeSource;
import vn.minhchung.rules.CalendarView;
import vn.minhchung.rules.RuleFamilyView;
import vn.minhchung.rules.RuleGapView;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.RuleViews;

/** How rules, versions, calendars and gaps are found by id. */
@Configuration(proxyBeanMethods = false)
class RuleNodes {
    @Bean
    NodeSource<RuleFamilyView> ruleFamilyNodes() {
        return new NodeSource<>("rule", "RuleFamily", RuleViews.FAMILIES);
    }

    @Bean
    NodeSource<RuleVersionView> ruleVersionNodes() {
        return new NodeSource<>("rule-version", "RuleVersion", RuleViews.VERSIONS);
    }

    @Bean
    NodeSource<CalendarView> calendarNodes() {
        return new NodeSource<>("calendar", "Calendar", RuleViews.CALENDARS);
    }

    @Bean
    NodeSource<RuleGapView> ruleGapNodes() {
        return new NodeSource<>("rule-gap", "RuleGap", RuleViews.GAPS);
    }
}

package vn.minhchung.rules.api;

import static vn.minhchung.rules.RuleViews.CALENDARS;
import static vn.minhchung.rules.RuleViews.VERSIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.rules.CalendarView;
import vn.minhchung.rules.CalendarYear;
import vn.minhchung.rules.CalendarYearId;
import vn.minhchung.rules.Confidence;
import vn.minhchung.rules.LegalSource;
import vn.minhchung.rules.RuleExample;
import vn.minhchung.rules.RuleHash;
import vn.minhchung.rules.RuleParameter;
import vn.minhchung.rules.RuleProposals;
import vn.minhchung.rules.RuleVersion;
import vn.minhchung.rules.RuleVersionId;
import vn.minhchung.rules.RuleVersionView;
import vn.minhchung.rules.Standing;
import vn.minhchung.rules.TriggerKind;

/** What the shipped files propose and nobody has put in force, as of the moment asked about. */
@Controller
class ProposalController {
    private final RuleProposals proposals;
    private final Views views;

    ProposalController(RuleProposals proposals, Views views) {
        this.proposals = proposals;
        this.views = views;
    }

    record RuleProposal(
            String family,
            String version,
            String sha256,
            Standing standing,
            Confidence confidence,
            LegalSource source,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            TriggerKind trigger,
            @Nullable String evaluation,
            List<RuleParameter> parameters,
            List<RuleExample> examples) {

        static RuleProposal of(RuleVersion content) {
            return new RuleProposal(
                    content.family(),
                    content.version(),
                    RuleHash.of(content),
                    content.standing(),
                    content.confidence(),
                    content.source(),
                    content.validFrom(),
                    content.validTo(),
                    content.trigger(),
                    content.evaluation(),
                    RuleParameter.listOf(content.parameters()),
                    content.examples().stream().map(RuleExample::of).toList());
        }
    }

    @QueryMapping
    Connection<RuleProposal> ruleProposals(@Argument @Nullable String family, PageArgs page, Moment moment) {
        List<RuleVersion> all = proposals.versions();
        Map<String, RuleVersionView> recorded = views.findAll(
                VERSIONS, all.stream().map(ProposalController::idOf).toList(), moment.position());
        // the place in the shipped list is the order: it stays the same while proposals are put in force
        List<Integer> open = IntStream.range(0, all.size())
                .filter(i -> family == null || all.get(i).family().equals(family))
                .filter(i -> !recorded.containsKey(idOf(all.get(i))))
                .boxed()
                .toList();
        List<Integer> rest = open.stream().filter(i -> i + 1 > page.after()).toList();
        return Connection.of(
                rest.stream().limit(page.first()).toList(),
                i -> RuleProposal.of(all.get(i)),
                i -> (long) i + 1,
                moment,
                page,
                rest.size() > page.first(),
                open::size);
    }

    @QueryMapping
    List<CalendarYear> calendarProposals(Moment moment) {
        List<CalendarYear> all = proposals.calendars();
        Map<String, CalendarView> recorded = views.findAll(
                CALENDARS,
                all.stream().map(year -> CalendarYearId.of(year.year()).value()).toList(),
                moment.position());
        return all.stream()
                .filter(year ->
                        !recorded.containsKey(CalendarYearId.of(year.year()).value()))
                .toList();
    }

    private static String idOf(RuleVersion version) {
        return RuleVersionId.of(version.ref()).value();
    }
}

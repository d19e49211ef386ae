package vn.minhchung.operations.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.operations.OperationsExamples.ORDER;
import static vn.minhchung.operations.OperationsExamples.ORDERS;
import static vn.minhchung.operations.OperationsExamples.SEALS;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.operations.OperationsCommand.RebuildViews;
import vn.minhchung.operations.OperationsCommand.ResumeView;
import vn.minhchung.operations.OperationsEvent.ViewRebuildOrdered;
import vn.minhchung.operations.OperationsExamples;
import vn.minhchung.testing.DecisionFixture;
import vn.minhchung.testing.DecisionFixture.Decisions;

class OrderOfViewsTest {
    private static final Decision REASONED = Decisions.taken(Role.ADMIN);

    private final DecisionFixture fixture =
            DecisionFixture.of(aggregates -> List.of(new OperationsDesk(aggregates, new TwoViews())));

    @Test
    void a_stopped_view_is_ordered_to_go_on() {
        fixture.when(new ResumeView(ORDER, SEALS), REASONED).expectEvents(OperationsExamples.resume());
    }

    @Test
    void views_are_ordered_to_be_made_again() {
        fixture.when(new RebuildViews(ORDER, List.of(ORDERS, SEALS), List.of(SEALS)), REASONED)
                .expectEvents(OperationsExamples.rebuild());
    }

    @Test
    void without_a_name_all_views_are_made_again() {
        fixture.when(new RebuildViews(ORDER, List.of(), List.of(SEALS)), REASONED)
                .expectEvents(new ViewRebuildOrdered(ORDER, List.of(), List.of(SEALS)));
    }

    @Test
    void each_order_needs_a_reason() {
        Decision without = OperationsExamples.withoutReason();

        var resume = fixture.when(new ResumeView(ORDER, SEALS), without).expectRefusal(ErrorCode.REASON_REQUIRED);
        var rebuild = fixture.when(new RebuildViews(ORDER, List.of(), List.of()), without)
                .expectRefusal(ErrorCode.REASON_REQUIRED);

        assertThat(resume.field()).isEqualTo(rebuild.field()).containsExactly("decision", "reason");
    }

    @Test
    void a_view_that_is_not_there_is_not_found() {
        fixture.when(new ResumeView(ORDER, "audit.Nothing"), REASONED).expectRefusal(ErrorCode.NOT_FOUND);
        fixture.when(new RebuildViews(ORDER, List.of("audit.Nothing"), List.of()), REASONED)
                .expectRefusal(ErrorCode.NOT_FOUND);
    }

    @Test
    void a_view_named_twice_or_not_to_be_made_again_is_refused() {
        fixture.when(new RebuildViews(ORDER, List.of(SEALS, SEALS), List.of()), REASONED)
                .expectRefusal(ErrorCode.INVALID_INPUT);
        fixture.when(new RebuildViews(ORDER, List.of(ORDERS), List.of(SEALS)), REASONED)
                .expectRefusal(ErrorCode.INVALID_INPUT);
    }

    @Test
    void an_order_is_given_once() {
        fixture.given(OrderOfViews.class, ORDER.value(), OperationsExamples.resume())
                .when(new ResumeView(ORDER, ORDERS), REASONED)
                .expectRefusal(ErrorCode.ALREADY_EXISTS);
    }

    /** A build of two views, about which nothing else is asked. */
    private static final class TwoViews implements ViewKeeper {
        @Override
        public Set<String> names() {
            return OperationsExamples.VIEWS;
        }

        @Override
        public List<Standing> standings() {
            return List.of();
        }

        @Override
        public Map<String, Order> orders(Collection<String> ids) {
            return Map.of();
        }

        @Override
        public List<Receipt> receipts(Collection<String> views, long position) {
            return List.of();
        }
    }
}

package vn.minhchung.audit.write;

import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.audit.AuditCommand.ExportBundle;
import vn.minhchung.audit.AuditEvent.BundleExported;
import vn.minhchung.audit.BundleSubject;
import vn.minhchung.audit.EventBook;
import vn.minhchung.audit.EventQuery;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.RuleRef;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;

/** Where exports of evidence are asked for. */
@Component
final class BundleDesk implements Desk {
    private final Aggregates aggregates;
    private final EventBook events;
    private final Moments moments;

    BundleDesk(Aggregates aggregates, EventBook events, Moments moments) {
        this.aggregates = aggregates;
        this.events = events;
        this.moments = moments;
    }

    @CommandHandler
    void handle(ExportBundle command, Decision decision) {
        long seen = Objects.requireNonNull(decision.seenAt());
        long asked = command.asOf() == null ? seen : command.asOf();
        if (asked > seen)
            throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "afterSeen", "value", asked, "limit", seen)
                    .at("asOf");
        // seen on another node, whose views are ahead of this one's
        long asOf = moments.at(asked).map(Moment::position).orElseThrow(() -> late(asked));
        // of one version of a rule there is no evidence but that of the rule
        BundleSubject of = new BundleSubject(RuleRef.streamOfNode(command.of().value()));
        if (events.count(EventQuery.about(of.value()), new Viewer(decision.actor()), 0, asOf) == 0)
            throw Refusal.of(ErrorCode.NOT_FOUND, "id", command.of()).at("of");
        aggregates.create(
                ExportedBundle.class,
                command.subject(),
                bundle -> bundle.decide(new BundleExported(command.bundle(), of, asOf, command.entries())));
    }

    private Refusal late(long asked) {
        return Refusal.of(
                ErrorCode.STORE_UNAVAILABLE,
                "problem",
                "late",
                "atLeast",
                asked,
                "position",
                moments.now().position());
    }
}

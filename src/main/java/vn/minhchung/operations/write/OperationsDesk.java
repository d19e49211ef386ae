package vn.minhchung.operations.write;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.command.Aggregates;
import vn.minhchung.kernel.command.Desk;
import vn.minhchung.kernel.view.ViewKeeper;
import vn.minhchung.operations.OperationsCommand.RebuildViews;
import vn.minhchung.operations.OperationsCommand.ResumeView;

/** Where operators' orders arrive. Which views there are the build says, not the record. */
@Component
final class OperationsDesk implements Desk {
    private final Aggregates aggregates;
    private final ViewKeeper views;

    OperationsDesk(Aggregates aggregates, ViewKeeper views) {
        this.aggregates = aggregates;
        this.views = views;
    }

    @CommandHandler
    void handle(ResumeView command, Decision decision) {
        decision.requireReason();
        requireKnown(List.of(command.view()), "view");
        aggregates.create(OrderOfViews.class, command.subject(), order -> order.decide(command));
    }

    @CommandHandler
    void handle(RebuildViews command, Decision decision) {
        decision.requireReason();
        requireKnown(command.views(), "views");
        requireKnown(command.mayDiffer(), "mayDiffer");
        Set<String> rebuilt = command.views().isEmpty() ? views.names() : Set.copyOf(command.views());
        for (String view : command.mayDiffer()) {
            if (!rebuilt.contains(view))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "not rebuilt", "value", view)
                        .at("mayDiffer");
        }
        aggregates.create(OrderOfViews.class, command.subject(), order -> order.decide(command));
    }

    private void requireKnown(Collection<String> named, String field) {
        Set<String> known = views.names();
        Set<String> seen = new HashSet<>();
        for (String view : named) {
            if (!known.contains(view))
                throw Refusal.of(ErrorCode.NOT_FOUND, "id", view).at(field);
            if (!seen.add(view))
                throw Refusal.of(ErrorCode.INVALID_INPUT, "problem", "named twice", "value", view)
                        .at(field);
        }
    }
}

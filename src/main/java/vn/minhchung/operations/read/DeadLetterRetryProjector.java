package vn.minhchung.operations.read;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.Recorded;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.ViewWriter;
import vn.minhchung.operations.DeadLetterEvent;
import vn.minhchung.operations.DeadLetterEvent.DeadLetterRetryOrdered;
import vn.minhchung.operations.DeadLetterRetryView;
import vn.minhchung.operations.OperationsViews;

/** The newest order for each dead letter. */
@Component
final class DeadLetterRetryProjector implements Projector {
    @Override
    public String name() {
        return "operations.DeadLetterRetry";
    }

    @Override
    public List<ViewTable<?>> tables() {
        return List.of(OperationsViews.RETRIES);
    }

    @Override
    public void project(Recorded recorded, ViewWriter views) {
        if (!(recorded.event() instanceof DeadLetterEvent event)) return;
        switch (event) {
            case DeadLetterRetryOrdered ordered ->
                views.put(
                        OperationsViews.RETRIES,
                        ordered.letter().value(),
                        new DeadLetterRetryView(ordered.letter(), recorded.position()));
        }
    }
}

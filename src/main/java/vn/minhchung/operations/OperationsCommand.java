package vn.minhchung.operations;

import java.util.List;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Inputs;
import vn.minhchung.kernel.command.MayBeSentBy;

/** What an operator may order. Each needs a reason. */
public sealed interface OperationsCommand extends Command {
    ViewOrderId order();

    @Override
    default String subject() {
        return order().value();
    }

    /** A view that an event stopped tries that event again and then takes in what it missed. */
    @MayBeSentBy(
            mutation = "resumeView",
            creates = true,
            roles = {Role.ADMIN})
    record ResumeView(ViewOrderId order, String view) implements OperationsCommand {}

    /**
     * Views are made again from the first event, beside the live ones, and swapped in when what they hold agrees.
     *
     * @param views which; all when none is named
     * @param mayDiffer those known to be wrong: they are swapped in although they come out otherwise
     */
    @MayBeSentBy(
            mutation = "rebuildViews",
            creates = true,
            roles = {Role.ADMIN})
    record RebuildViews(ViewOrderId order, List<String> views, List<String> mayDiffer) implements OperationsCommand {
        public RebuildViews {
            views = Inputs.list(views);
            mayDiffer = Inputs.list(mayDiffer);
        }
    }
}

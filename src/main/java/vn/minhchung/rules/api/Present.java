package vn.minhchung.rules.api;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.view.Shown;

/** What of a list the viewer may see, in its order. */
final class Present {
    private Present() {}

    static List<Shown<?>> of(List<CompletableFuture<@Nullable Shown<?>>> done) {
        List<Shown<?>> present = new ArrayList<>();
        for (CompletableFuture<@Nullable Shown<?>> each : done) {
            Shown<?> shown = each.join();
            if (shown != null) present.add(shown);
        }
        return present;
    }
}

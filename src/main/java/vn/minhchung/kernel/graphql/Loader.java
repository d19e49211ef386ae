package vn.minhchung.kernel.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Loading by key within one operation, batched per field level. A parameter of any controller method. */
public interface Loader {
    /** The object of this id at this moment, when the viewer may see it; null otherwise. */
    CompletableFuture<@Nullable Shown<?>> node(@Nullable Id id, Moment moment);

    /** The objects of these ids, in order; what the viewer may not see is left out. */
    default CompletableFuture<List<Shown<?>>> nodes(Collection<? extends Id> ids, Moment moment) {
        List<CompletableFuture<@Nullable Shown<?>>> loading =
                ids.stream().map(id -> node(id, moment)).toList();
        return CompletableFuture.allOf(loading.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> {
                    List<Shown<?>> found = new ArrayList<>();
                    for (var each : loading) {
                        Shown<?> shown = each.join();
                        if (shown != null) found.add(shown);
                    }
                    return found;
                });
    }

    <K, V> CompletableFuture<V> batch(BatchSource<K, V> source, K key);
}

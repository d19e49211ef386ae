package vn.minhchung.kernel.graphql;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Loading by key within one operation, batched per field level. A parameter of any controller method. */
public interface Loader {
    /** The object of this id at this moment, when the viewer may see it; null otherwise. */
    CompletableFuture<@Nullable Shown<?>> node(@Nullable Id id, Moment moment);

    <K, V> CompletableFuture<V> batch(BatchSource<K, V> source, K key);
}

package vn.minhchung.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** The data loaders of one operation, behind kernel types. */
final class OperationLoader implements Loader {
    static final String NODES = "platform.nodes";

    /** Two moments of one object are two keys. */
    record NodeKey(Moment moment, String id) {}

    private final DataFetchingEnvironment env;

    OperationLoader(DataFetchingEnvironment env) {
        this.env = env;
    }

    @Override
    public CompletableFuture<@Nullable Shown<?>> node(@Nullable Id id, Moment moment) {
        return node(id == null ? null : id.value(), moment);
    }

    CompletableFuture<@Nullable Shown<?>> node(@Nullable String id, Moment moment) {
        if (id == null) return CompletableFuture.completedFuture(null);
        return this.<NodeKey, @Nullable Shown<?>>loader(NODES).load(new NodeKey(moment, id));
    }

    @Override
    public <K, V> CompletableFuture<V> batch(BatchSource<K, V> source, K key) {
        return this.<K, V>loader(source.name()).load(key);
    }

    private <K, V extends @Nullable Object> DataLoader<K, V> loader(String name) {
        DataLoader<K, V> loader = env.getDataLoader(name);
        if (loader == null) throw new IllegalStateException("no data loader " + name);
        return loader;
    }
}

package vn.minhchung.platform.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import reactor.core.publisher.Mono;
import vn.minhchung.kernel.graphql.BatchSource;
import vn.minhchung.kernel.view.Shown;

/** Scalars, the default fetcher, node types, data loaders. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    @Bean
    RuntimeWiringConfigurer basics(Nodes nodes) {
        return wiring -> {
            Scalars.all().forEach(wiring::scalar);
            wiring.type(
                    "Node",
                    type -> type.typeResolver(env -> {
                        Object object = env.getObject();
                        String typeName = object instanceof Shown<?> shown ? nodes.typeOf(shown.id()) : null;
                        GraphQLObjectType found =
                                typeName == null ? null : env.getSchema().getObjectType(typeName);
                        if (found == null) throw new IllegalStateException("no type for " + object);
                        return found;
                    }));
        };
    }

    @Bean
    RuntimeWiringConfigurer defaultFetcher() {
        ShownFetcher fetcher = new ShownFetcher();
        WiringFactory factory = new WiringFactory() {
            @Override
            public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
                return fetcher;
            }
        };
        return new RuntimeWiringConfigurer() {
            @Override
            public void configure(RuntimeWiring.Builder wiring) {
                // only the factory below
            }

            @Override
            public void configure(RuntimeWiring.Builder wiring, List<WiringFactory> factories) {
                factories.add(factory);
            }
        };
    }

    /**
     * Controllers run in the operation's own thread: handed to other threads, their keys would come after the data loaders
     * have been dispatched.
     */
    @Bean
    AnnotatedControllerConfigurer annotatedControllerConfigurer(ObjectProvider<HandlerMethodArgumentResolver> custom) {
        AnnotatedControllerConfigurer configurer = new AnnotatedControllerConfigurer();
        custom.orderedStream().forEach(configurer::addCustomArgumentResolver);
        return configurer;
    }

    @Bean
    Object dataLoaders(BatchLoaderRegistry registry, Nodes nodes, List<BatchSource<?, ?>> sources) {
        registry.<OperationLoader.NodeKey, Shown<?>>forName(OperationLoader.NODES)
                .registerMappedBatchLoader((keys, env) -> {
                    if (!(env.getContext() instanceof GraphQLContext context)) {
                        throw new IllegalStateException("a data loader outside an operation");
                    }
                    return Mono.just(nodes.load(keys, Operation.viewer(context)));
                });
        sources.forEach(source -> register(registry, source));
        return new Object();
    }

    private static <K, V> void register(BatchLoaderRegistry registry, BatchSource<K, V> source) {
        registry.<K, V>forName(source.name())
                .registerMappedBatchLoader((Set<K> keys, org.dataloader.BatchLoaderEnvironment _) -> {
                    Map<K, V> loaded = source.load(keys);
                    return Mono.just(loaded);
                });
    }
}

package vn.minhchung.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The time is told by hand: a slow fetch is one that moves it. */
class TimeLimitTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final AtomicInteger fetched = new AtomicInteger();

    @Test
    void an_operation_at_the_limit_is_answered() {
        ExecutionResult result = ask("{ slow after }", LIMIT.toNanos());

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<@Nullable Object>getData()).hasToString("{slow=1, after=2}");
    }

    @Test
    void an_operation_above_the_limit_is_refused_as_a_whole_and_fetches_nothing_more() {
        ExecutionResult result = ask("{ slow after must }", LIMIT.toNanos() + 1);

        assertThat(result.<@Nullable Object>getData()).isNull();
        assertThat(result.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .containsEntry("code", "LIMIT_EXCEEDED")
                        .containsEntry("retryable", false));
        assertThat(fetched).hasValue(1);
    }

    @Test
    void what_comes_after_a_batch_is_measured_too() {
        ExecutionResult result = ask("{ later { inside } }", LIMIT.toNanos() + 1);

        assertThat(result.<@Nullable Object>getData()).isNull();
        assertThat(result.getErrors()).hasSize(1);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void what_a_mutation_takes_itself_is_not_counted_against_its_answer() {
        ExecutionResult result = ask("mutation { slow { inside } again: slow { inside } }", LIMIT.toNanos() + 1);

        assertThat(result.getErrors()).isEmpty();
        assertThat(result.<@Nullable Object>getData()).hasToString("{slow={inside=2}, again={inside=4}}");
    }

    @Test
    void a_mutation_whose_answer_is_above_the_limit_may_have_been_recorded() {
        ExecutionResult result = ask("mutation { slow { late inside } }", LIMIT.toNanos() + 1);

        assertThat(result.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getExtensions())
                        .containsEntry("code", "OUTCOME_UNKNOWN")
                        .containsEntry("retryable", true));
    }

    private ExecutionResult ask(String document, long slowness) {
        DataFetcher<Object> quick = _ -> fetched.incrementAndGet();
        DataFetcher<Object> slow = _ -> {
            nanos.addAndGet(slowness);
            return fetched.incrementAndGet();
        };
        DataFetcher<Object> later = _ -> CompletableFuture.supplyAsync(() -> {
            nanos.addAndGet(slowness);
            return fetched.incrementAndGet();
        });
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher("slow", slow)
                                .dataFetcher("after", quick)
                                .dataFetcher("must", quick)
                                .dataFetcher("later", later))
                .type("Mutation", type -> type.dataFetcher("slow", slow))
                .type("Thing", type -> type.dataFetcher("inside", quick).dataFetcher("late", slow))
                .build();
        var types = new SchemaParser().parse("""
                type Query { slow: Int after: Int must: Int! later: Thing }
                type Mutation { slow: Thing }
                type Thing { late: Int inside: Int! }
                """);
        return GraphQL.newGraphQL(new SchemaGenerator().makeExecutableSchema(types, wiring))
                .instrumentation(new TimeLimit(LIMIT, nanos::get))
                .build()
                .execute(document);
    }
}

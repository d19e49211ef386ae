package vn.minhchung.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.instrumentation.dataloader.DataLoaderDispatchingContextKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.graphql.Logins;
import vn.minhchung.kernel.graphql.Successions;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.kernel.graphql.Viewer;

/** Puts who asks, the language and the request id in front of every operation, over HTTP, SSE and WebSocket. */
@Component
final class RequestContext implements WebGraphQlInterceptor {
    private final ObjectProvider<Logins> logins;
    private final ObjectProvider<Successions> successions;
    private final Texts texts;

    RequestContext(ObjectProvider<Logins> logins, ObjectProvider<Successions> successions, Texts texts) {
        this.logins = logins;
        this.successions = successions;
        this.texts = texts;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Viewer now = viewer(SecurityContextHolder.getContext().getAuthentication());
        if (!(request instanceof WebSocketGraphQlRequest socket)) return carriedOut(request, chain, now);
        return socket.getSessionInfo()
                .getPrincipal()
                .map(principal -> viewer(principal instanceof Authentication known ? known : null))
                .defaultIfEmpty(now)
                .flatMap(connected -> present(connected)
                        .map(viewer -> carriedOut(request, chain, viewer))
                        .orElseGet(() -> Mono.just(notSignedIn(request))));
    }

    /** A socket outlives the sign-in it was opened with: every operation on it asks anew who that is now. */
    private Optional<Viewer> present(Viewer connected) {
        Actor actor = connected.actor();
        return actor == null
                ? Optional.of(connected)
                : logins.getObject().present(actor).map(this::viewer);
    }

    private WebGraphQlResponse notSignedIn(WebGraphQlRequest request) {
        String code = ErrorCode.NOT_SIGNED_IN.name();
        String text = texts.text("refusal." + code, language(request), Map.of());
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", text == null ? code : text)
                .extensions(Map.of("code", code, "retryable", false))
                .build();
        ExecutionResult refused =
                ExecutionResult.newExecutionResult().errors(List.of(error)).build();
        return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(request.toExecutionInput(), refused));
    }

    private static Mono<WebGraphQlResponse> carriedOut(WebGraphQlRequest request, Chain chain, Viewer known) {
        Map<String, Object> context = new HashMap<>();
        context.put(Operation.VIEWER, known);
        context.put(Operation.LANGUAGE, language(request));
        context.put(Operation.REQUEST_ID, UUID.randomUUID().toString());
        // what one load found may be what another loads by: without this the second is never dispatched
        context.put(DataLoaderDispatchingContextKeys.ENABLE_DATA_LOADER_CHAINING, true);
        request.configureExecutionInput((_, builder) ->
                builder.graphQLContext(context).locale(language(request)).build());
        return chain.next(request);
    }

    private Viewer viewer(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Actor actor
                ? viewer(actor)
                : new Viewer(null);
    }

    private Viewer viewer(Actor actor) {
        Viewer viewer = new Viewer(actor);
        if (viewer.staff() || viewer.hosts().isEmpty()) return viewer;
        return new Viewer(actor, successions.getObject().of(viewer.hosts()));
    }

    /** Vietnamese unless English is asked for. */
    private static Locale language(WebGraphQlRequest request) {
        String wanted = request.getHeaders().getFirst("Accept-Language");
        return wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
    }
}

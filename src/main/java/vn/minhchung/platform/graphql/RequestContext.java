package vn.minhchung.platform.graphql;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import vn.minhchung.kernel.Actor;
import vn.minhchung.kernel.graphql.Viewer;

/** Puts who asks, the language and the request id in front of every operation, over HTTP, SSE and WebSocket. */
@Component
final class RequestContext implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        Mono<Viewer> viewer = request instanceof WebSocketGraphQlRequest socket
                ? socket.getSessionInfo()
                        .getPrincipal()
                        .map(principal -> viewer(principal instanceof Authentication known ? known : null))
                        .defaultIfEmpty(viewer(now))
                : Mono.just(viewer(now));
        return viewer.flatMap(known -> {
            Map<String, Object> context = new HashMap<>();
            context.put(Operation.VIEWER, known);
            context.put(Operation.LANGUAGE, language(request));
            context.put(Operation.REQUEST_ID, UUID.randomUUID().toString());
            request.configureExecutionInput((_, builder) ->
                    builder.graphQLContext(context).locale(language(request)).build());
            return chain.next(request);
        });
    }

    private static Viewer viewer(@Nullable Authentication authentication) {
        return new Viewer(
                authentication != null && authentication.getPrincipal() instanceof Actor actor ? actor : null);
    }

    /** Vietnamese unless English is asked for. */
    private static Locale language(WebGraphQlRequest request) {
        String wanted = request.getHeaders().getFirst("Accept-Language");
        return wanted != null && wanted.toLowerCase(Locale.ROOT).startsWith("en") ? Locale.ENGLISH : Locale.of("vi");
    }
}

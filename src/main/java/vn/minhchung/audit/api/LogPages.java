package vn.minhchung.audit.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.minhchung.audit.LogKeyRing;
import vn.minhchung.audit.SealedLog;
import vn.minhchung.audit.Witnessing;
import vn.minhchung.kernel.log.SignedNote;
import vn.minhchung.kernel.log.Tile;

/**
 * The transparency log as C2SP tlog-tiles lays it out, below {@code /log}, and where witnesses hand in what they signed. What no signed checkpoint covers is not there.
 * Entries name every event: the chain of security filters lets only those to them who may read all.
 */
@Configuration(proxyBeanMethods = false)
class LogPages {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl FOR_ONE =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    @Bean
    RouterFunction<ServerResponse> logRoutes(SealedLog log, Witnessing witnessing, LogKeyRing keys, PagesRead read) {
        return RouterFunctions.route()
                .GET("/log/checkpoint", _ -> checkpoint(log.newest()))
                .GET("/log/rotation/{ordinal}", request -> rotation(keys, request))
                .GET("/log/witnessed", _ -> checkpoint(log.newestWitnessed()))
                .POST("/log/cosignatures", request -> cosigned(witnessing, request))
                .GET("/log/tile/entries/{*index}", request -> entries(log, read, request))
                .GET("/log/tile/{level}/{*index}", request -> tile(log, request))
                .build();
    }

    private static ServerResponse checkpoint(Optional<SealedLog.State> state) {
        return state.map(found -> ServerResponse.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noCache())
                        .body(found.note().encoded()))
                .orElseGet(LogPages::notFound);
    }

    /** From 1 on, as many as there were. */
    private static ServerResponse rotation(LogKeyRing keys, ServerRequest request) {
        List<SignedNote> rotations = keys.rotations();
        String ordinal = request.pathVariable("ordinal");
        for (int i = 0; i < rotations.size(); i++) {
            if (ordinal.equals(Integer.toString(i + 1)))
                return ServerResponse.ok()
                        .contentType(TEXT)
                        .cacheControl(FOR_EVER)
                        .body(rotations.get(i).encoded());
        }
        return notFound();
    }

    private static ServerResponse cosigned(Witnessing witnessing, ServerRequest request) throws IOException {
        byte[] note = request.servletRequest().getInputStream().readNBytes(SignedNote.MAX_BYTES + 1);
        Witnessing.Answer answer = witnessing.cosigned(note);
        return switch (answer) {
            case KEPT -> ServerResponse.noContent().build();
            case MALFORMED -> told(HttpStatus.BAD_REQUEST, answer);
            case OTHER_LOG -> told(HttpStatus.NOT_FOUND, answer);
            case UNKNOWN_WITNESS, NOT_SIGNED -> told(HttpStatus.FORBIDDEN, answer);
            case NOT_YET -> told(HttpStatus.SERVICE_UNAVAILABLE, answer);
            case CONTRADICTS -> told(HttpStatus.CONFLICT, answer);
        };
    }

    private static ServerResponse told(HttpStatus status, Witnessing.Answer answer) {
        return ServerResponse.status(status).contentType(TEXT).body(answer.name());
    }

    private static ServerResponse tile(SealedLog log, ServerRequest request) {
        return sealed(log, request.pathVariable("level"), request)
                .map(tile -> bytes(FOR_EVER, log.hashes(tile)))
                .orElseGet(LogPages::notFound);
    }

    private static ServerResponse entries(SealedLog log, PagesRead read, ServerRequest request) {
        return sealed(log, "0", request)
                .map(bundle -> {
                    byte[] entries = log.entries(bundle);
                    read.keep(request);
                    return bytes(FOR_ONE, entries);
                })
                .orElseGet(LogPages::notFound);
    }

    private static Optional<Tile> sealed(SealedLog log, String level, ServerRequest request) {
        long size = log.newest().map(SealedLog.State::size).orElse(0L);
        return Tile.parse(level, request.pathVariable("index").replaceFirst("^/", ""))
                .filter(tile -> Tile.of(tile.level(), tile.index(), size)
                        .filter(there -> tile.width() <= there.width())
                        .isPresent());
    }

    private static ServerResponse bytes(CacheControl caching, byte[] body) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(caching)
                .body(body);
    }

    private static ServerResponse notFound() {
        return ServerResponse.notFound().build();
    }
}

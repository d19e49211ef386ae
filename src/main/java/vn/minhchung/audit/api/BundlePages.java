package vn.minhchung.audit.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import vn.minhchung.audit.AuditViews;
import vn.minhchung.audit.BundleView;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Views;

/** Where exported evidence is fetched, and the programs that verify it; the chain of security filters lets only inspectors to bundles. */
@Configuration(proxyBeanMethods = false)
class BundlePages {
    static final String PATH = "/log/bundle/";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final String SOON = "1";

    @Bean
    RouterFunction<ServerResponse> bundleRoutes(BundleFile file, Views views, PagesRead read) {
        return RouterFunctions.route()
                .GET(PATH + "{id}", request -> bundle(file, views, read, request))
                .GET("/log/verifier/Verify.java", _ -> verifier("Verify.java"))
                .GET("/log/verifier/verify.html", _ -> verifier("verify.html"))
                .build();
    }

    private static ServerResponse bundle(BundleFile file, Views views, PagesRead read, ServerRequest request)
            throws IOException {
        Viewer viewer = new Viewer(PagesRead.actor(request));
        Optional<BundleView> found = views.find(AuditViews.BUNDLE, request.pathVariable("id"), views.position());
        if (found.isEmpty() || !found.get().visibleTo(viewer))
            return ServerResponse.notFound().build();
        BundleView bundle = found.get();
        Optional<BundleFile.Made> made = file.make(bundle, viewer);
        if (made.isEmpty())
            return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, SOON)
                    .build();
        read.keep(request, bundle.bundle().value(), bundle.ofId().value());
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(fileName(bundle)))
                .build((_, response) -> {
                    file.write(made.get(), response.getOutputStream());
                    return null;
                });
    }

    /** Says of what kind of object and of which moment; ASCII. */
    static String fileName(BundleView bundle) {
        String id = bundle.ofId().value().replaceAll("[^A-Za-z0-9-]", "-");
        return "minhchung-%s-%d.html".formatted(id.length() > 60 ? id.substring(0, 60) : id, bundle.asOf());
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private static ServerResponse verifier(String name) {
        return ServerResponse.ok()
                .contentType(
                        name.endsWith(".html") ? HTML : new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .body(new ClassPathResource("verify/" + name));
    }
}

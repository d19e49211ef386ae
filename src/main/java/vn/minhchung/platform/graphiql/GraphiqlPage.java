package vn.minhchung.platform.graphiql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** GraphiQL from our own files alone, with the operations of the tour as saved examples. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "minhchung.graphiql.enabled", matchIfMissing = true)
class GraphiqlPage {
    /** One tab. */
    record Example(String query) {}

    @Bean
    RouterFunction<ServerResponse> graphiql() {
        Resource page = new ClassPathResource("graphiql-page/index.html");
        Resource script = new ClassPathResource("graphiql-page/page.js");
        List<Example> examples = examples();
        return RouterFunctions.route()
                .GET(
                        "/graphiql",
                        _ -> ServerResponse.ok()
                                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                                .body(page))
                .GET(
                        "/graphiql/page.js",
                        _ -> ServerResponse.ok()
                                .contentType(new MediaType("text", "javascript", StandardCharsets.UTF_8))
                                .body(script))
                .GET(
                        "/graphiql/examples",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(examples))
                .build();
    }

    private static List<Example> examples() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:tour/*.graphql");
            return Arrays.stream(files)
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .map(GraphiqlPage::read)
                    .map(Example::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

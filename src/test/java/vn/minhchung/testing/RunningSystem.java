package vn.minhchung.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.Application;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.command.InsistingCommands;
import vn.minhchung.kernel.view.Views;

/**
 * The whole application over a database of its own, on a free port, asked over real HTTP. The clock is driven (profile
 * {@code demo}); nothing is loaded unless a test says so.
 */
public final class RunningSystem implements AutoCloseable {
    public static final String PASSWORD = "mat-khau-thu";

    private static final String DATA_DIR = "--minhchung.data-dir=";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestPostgres.Database database;
    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningSystem(TestPostgres.Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** An empty system. */
    public static RunningSystem start() {
        return start(TestPostgres.freshDatabase());
    }

    /** A system over this database; more arguments as on a command line. */
    public static RunningSystem start(TestPostgres.Database database, String... more) {
        return start(database, _ -> {}, more);
    }

    /** As above; {@code prepare} sees the context before any of its beans is made. */
    public static RunningSystem start(
            TestPostgres.Database database,
            ApplicationContextInitializer<ConfigurableApplicationContext> prepare,
            String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.profiles.active=" + ServerUnderTest.profiles("demo"),
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.appUser(),
                "--spring.datasource.password=" + database.appPassword(),
                "--minhchung.vault.username=" + database.vaultUser(),
                "--minhchung.vault.password=" + database.vaultPassword(),
                "--minhchung.demo.password=" + PASSWORD,
                "--logging.level.root=WARN"));
        arguments.addAll(ServerUnderTest.arguments(database));
        arguments.addAll(List.of(more));
        // what another log left in the usual place is none of this one's business
        if (arguments.stream().noneMatch(each -> each.startsWith(DATA_DIR)))
            arguments.add(DATA_DIR + TestPostgres.newDataDir());
        SpringApplication application = new SpringApplicationBuilder(Application.class)
                .initializers(prepare)
                .build();
        return new RunningSystem(database, application.run(arguments.toArray(String[]::new)));
    }

    public TestPostgres.Database database() {
        return database;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** As the application sends them; told to come again they do, so that a slow disk is no finding. */
    public Commands commands() {
        return new InsistingCommands(bean(Commands.class));
    }

    public StoryClock clock() {
        return bean(StoryClock.class);
    }

    public Views views() {
        return bean(Views.class);
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    public Client anonymous() {
        return Client.of(http, address("/"));
    }

    public Client as(String login) {
        return anonymous().as(login);
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }

    /**
     * One caller.
     *
     * @param server where the application answers
     * @param token of an OpenID Connect issuer, instead of log-in and password
     */
    public record Client(
            HttpClient http,
            URI server,
            @Nullable String login,
            String password,
            String language,
            @Nullable String token) {

        /** Who does not log in, at an application wherever it runs. */
        public static Client of(HttpClient http, URI server) {
            return new Client(http, server, null, PASSWORD, "vi", null);
        }

        public Client as(String other) {
            return new Client(http, server, other, password, language, token);
        }

        public Client withPassword(String other) {
            return new Client(http, server, login, other, language, token);
        }

        public Client inEnglish() {
            return new Client(http, server, login, password, "en", token);
        }

        public Client withToken(String issued) {
            return new Client(http, server, login, password, language, issued);
        }

        /** The whole answer: {@code data}, {@code errors}, {@code extensions}. */
        public JsonNode ask(String document, Map<String, ?> variables) {
            HttpResponse<String> response = post(document, variables);
            if (response.statusCode() != 200) {
                throw new AssertionError("HTTP " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        }

        public JsonNode ask(String document) {
            return ask(document, Map.of());
        }

        /** The data; fails on any error. */
        public JsonNode data(String document, Map<String, ?> variables) {
            JsonNode answer = ask(document, variables);
            if (answer.hasNonNull("errors"))
                throw new AssertionError(answer.get("errors").toPrettyString());
            return answer.get("data");
        }

        public JsonNode data(String document) {
            return data(document, Map.of());
        }

        /** The first answer of a subscription, over server-sent events. */
        public JsonNode first(String document) {
            HttpRequest request = request(document, Map.of(), "text/event-stream");
            try (Stream<String> lines =
                    http.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
                return lines.filter(line -> line.startsWith("data:") && line.length() > "data:".length())
                        .findFirst()
                        .map(line -> JSON.readTree(line.substring("data:".length())))
                        .orElseThrow(() -> new AssertionError("the stream ended without an answer"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        public HttpResponse<String> post(String document, Map<String, ?> variables) {
            try {
                return http.send(
                        request(document, variables, "application/json"), HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }

        private HttpRequest request(String document, Map<String, ?> variables, String accepted) {
            Map<String, Object> body = new HashMap<>();
            body.put("query", document);
            body.put("variables", variables);
            HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve("/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", accepted)
                    .header("Accept-Language", language)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            } else if (login != null) {
                String basic =
                        Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
                request.header("Authorization", "Basic " + basic);
            }
            return request.build();
        }
    }
}

package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.testing.Eventually.eventually;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.minhchung.demo.Cast;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.RunningSystem;

/** A socket outlives the sign-in it was opened with; the rights on it are those of the moment. */
class OpenSocketTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ASKING = "{ me { login } refusals { totalCount } }";
    private static final String WATCHING = "subscription { events { position } }";
    private static final String WRITING = "mutation { registerPerson(input: { idempotencyKey: \"locked\","
            + " name: \"Quách Qua Cửa\" }) { position } }";

    private final RunningSystem system = ToldStory.once().system();
    private final Sender sender = new Sender(system);

    @Test
    void a_locked_account_neither_reads_nor_writes_on_a_socket_it_had_opened() {
        String account = Scene.account(sender, "mo-cua-bi-khoa", Role.OFFICER);
        try (Socket socket = new Socket("mo-cua-bi-khoa")) {
            assertThat(socket.answer("before", ASKING)).contains("mo-cua-bi-khoa");
            sender.does(
                    Cast.ADMIN, "lockAccount", Map.of("account", account, "decision", Sender.on("OTHER", "Nghỉ việc")));

            for (String operation : new String[] {ASKING, WRITING, WATCHING}) {
                assertThat(socket.answer("after-" + operation.hashCode(), operation))
                        .contains("NOT_SIGNED_IN")
                        .doesNotContain("mo-cua-bi-khoa", "totalCount\":", "\"position\":\"");
            }
        }
    }

    @Test
    void a_replaced_password_ends_what_the_old_one_opened() {
        String account = Scene.account(sender, "mo-cua-doi-mat-khau", Role.OFFICER);
        try (Socket socket = new Socket("mo-cua-doi-mat-khau")) {
            assertThat(socket.answer("before", ASKING)).contains("mo-cua-doi-mat-khau");
            sender.does(Cast.ADMIN, "resetCredential", Map.of("account", account, "password", "mat-khau-moi"));

            assertThat(socket.answer("after", ASKING)).contains("NOT_SIGNED_IN");
        }
    }

    @Test
    void a_subscription_ends_with_a_code_when_its_role_is_revoked() {
        String account = Scene.account(sender, "mo-cua-mat-vai", Role.OFFICER);
        try (Socket socket = new Socket("mo-cua-mat-vai")) {
            socket.send("watch", WATCHING);
            eventually(() -> {
                sender.does(Cast.OFFICER, "registerPerson", Map.of("name", "Quách Qua Đường"));
                assertThat(socket.of("watch")).contains("\"next\"");
            });
            sender.does(
                    Cast.ADMIN,
                    "revokeRole",
                    Map.of("account", account, "role", "OFFICER", "decision", Sender.on("OTHER", "Chuyển việc")));

            eventually(() -> assertThat(socket.of("watch")).contains("NOT_ALLOWED"));
            assertThat(socket.answer("again", ASKING))
                    .as("signed in all the same, with what is left")
                    .contains("mo-cua-mat-vai");
        }
    }

    private final class Socket implements AutoCloseable, WebSocket.Listener {
        private final ConcurrentLinkedQueue<String> messages = new ConcurrentLinkedQueue<>();
        private final StringBuilder part = new StringBuilder();
        private final HttpClient client = HttpClient.newHttpClient();
        private final WebSocket socket;

        Socket(String login) {
            String basic = Base64.getEncoder()
                    .encodeToString((login + ":" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8));
            socket = client.newWebSocketBuilder()
                    .subprotocols("graphql-transport-ws")
                    .header("Authorization", "Basic " + basic)
                    .buildAsync(URI.create(system.address("/graphql").toString().replace("http:", "ws:")), this)
                    .join();
            socket.sendText("{\"type\":\"connection_init\"}", true).join();
            eventually(() -> assertThat(messages).anyMatch(m -> m.contains("connection_ack")));
        }

        void send(String id, String document) {
            socket.sendText(
                            JSON.writeValueAsString(
                                    Map.of("id", id, "type", "subscribe", "payload", Map.of("query", document))),
                            true)
                    .join();
        }

        String answer(String id, String document) {
            send(id, document);
            eventually(() -> assertThat(of(id)).isNotEmpty());
            return of(id);
        }

        String of(String id) {
            return messages.stream()
                    .filter(m -> id.equals(JSON.readTree(m).path("id").asString("")))
                    .reduce("", String::concat);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                messages.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void close() {
            socket.abort();
            client.close();
        }
    }
}

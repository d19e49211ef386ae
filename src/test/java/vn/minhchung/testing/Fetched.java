package vn.minhchung.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A page of a running system, fetched with or without a log-in. */
public final class Fetched {
    private Fetched() {}

    public static byte[] of(RunningSystem system, @Nullable String login, String path, int status) throws Exception {
        return of(system.address(path), login, status);
    }

    /** The same of an application wherever it runs. */
    public static byte[] of(URI address, @Nullable String login, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (login != null) {
            byte[] pair = (login + ":" + RunningSystem.PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as("%s", address).isEqualTo(status);
            return response.body();
        }
    }
}

package vn.minhchung.platform.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Ports of 127.0.0.1. The last one used is kept in a file, so that tools find the server again after a restart. */
final class LoopbackPort {
    private LoopbackPort() {}

    /** The kept port if it is free, else any free one. */
    static int keptOrFree(Path file) throws IOException {
        if (Files.exists(file)) {
            String kept = Files.readString(file, StandardCharsets.UTF_8).strip();
            if (kept.matches("[1-9]\\d{0,4}") && free(Integer.parseInt(kept))) {
                return Integer.parseInt(kept);
            }
        }
        return anyFree();
    }

    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
            return true;
        } catch (IOException | IllegalArgumentException taken) { // the latter: not a port number
            return false;
        }
    }

    static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            return socket.getLocalPort();
        }
    }
}

package vn.minhchung.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The network between an application and PostgreSQL, which a test can cut, or let go silent. */
public final class Line implements AutoCloseable {
    private final InetSocketAddress server;
    private final ServerSocket door;
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean silent;
    private volatile boolean down;
    private long bytesBeforeSilence = Long.MAX_VALUE;

    private Line(int serverPort) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("line").daemon().start(this::accept);
    }

    /** To the server of the tests. */
    public static Line toServer() {
        try {
            return new Line(TestPostgres.server().port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database, called over this line. */
    public TestPostgres.Database through(TestPostgres.Database database) {
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        return new TestPostgres.Database(
                "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + "/" + name,
                database.appUser(),
                database.appPassword(),
                database.vaultUser(),
                database.vaultPassword(),
                database.ownerUser(),
                database.ownerPassword());
    }

    /** Ends every call; new ones are let through. The server keeps at work on what has reached it. */
    public void cut() {
        calls.forEach(Call::close);
    }

    /** As {@link #cut}, and new calls are hung up at once until it is up again. */
    public void down(boolean now) {
        down = now;
        if (now) cut();
    }

    /** Calls are taken and nothing gets through in either direction, as from a machine that has stopped; until told otherwise. */
    public void silent(boolean now) {
        lock.lock();
        try {
            silent = now;
            if (!now) bytesBeforeSilence = Long.MAX_VALUE;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The calls of now go silent for good, as when a router forgets them; new ones are let through. */
    public void forget() {
        calls.forEach(call -> call.forgotten = true);
    }

    /** Goes silent once so many more bytes have been sent to the server. */
    public void silentAfter(long bytes) {
        lock.lock();
        try {
            bytesBeforeSilence = bytes;
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (down) client.close();
                else new Call(client).start();
            } catch (IOException e) {
                // the door is closed, or the server took no call: the client sees its own end
            }
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        silent(false);
        cut();
    }

    private final class Call {
        private final Socket client;
        private final Socket upstream = new Socket();
        private volatile boolean forgotten;

        Call(Socket client) {
            this.client = client;
        }

        void start() throws IOException {
            try {
                upstream.connect(server);
            } catch (IOException e) {
                close();
                throw e;
            }
            calls.add(this);
            Thread.ofPlatform().daemon().start(() -> pass(client, upstream, true));
            Thread.ofPlatform().daemon().start(() -> pass(upstream, client, false));
        }

        private void pass(Socket from, Socket to, boolean counted) {
            byte[] buffer = new byte[8_192];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (forgotten) continue; // read and thrown away
                    int now = allowed(read, counted);
                    out.write(buffer, 0, now);
                    awaitSound();
                    out.write(buffer, now, read - now);
                }
            } catch (IOException e) {
                // one side hung up
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                close();
            }
        }

        void close() {
            calls.remove(this);
            try (client;
                    upstream) {
                client.setSoLinger(true, 0);
            } catch (IOException e) {
                // closed already
            }
        }
    }

    /** How many of these bytes still go before silence. */
    private int allowed(int bytes, boolean counted) {
        lock.lock();
        try {
            if (silent) return 0;
            if (!counted || bytesBeforeSilence == Long.MAX_VALUE) return bytes;
            int now = (int) Math.min(bytes, bytesBeforeSilence);
            bytesBeforeSilence -= now;
            if (bytesBeforeSilence == 0) silent = true;
            return now;
        } finally {
            lock.unlock();
        }
    }

    private void awaitSound() throws InterruptedException {
        lock.lock();
        try {
            while (silent) changed.await();
        } finally {
            lock.unlock();
        }
    }
}

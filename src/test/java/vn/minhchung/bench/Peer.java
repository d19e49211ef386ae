package vn.minhchung.bench;

import java.time.Duration;
import vn.minhchung.testing.TestPostgres;

/** Somebody who makes things durable, on a database of his own. */
interface Peer extends AutoCloseable {
    Measured run(int callers, Duration time) throws Exception;

    @Override
    void close();

    /** On a fresh database, made for so many callers. */
    @FunctionalInterface
    interface Opening {
        Peer on(TestPostgres.Database database, int callers) throws Exception;
    }

    /** One whose callers each make the same call again and again. */
    static Peer calling(Measured.Call call, Runnable closing) {
        return new Peer() {
            @Override
            public Measured run(int callers, Duration time) throws InterruptedException {
                return Measured.of(callers, time, call);
            }

            @Override
            public void close() {
                closing.run();
            }
        };
    }
}

package vn.minhchung.access.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.Secret;
import vn.minhchung.kernel.StoryClock;
import vn.minhchung.kernel.command.Command;
import vn.minhchung.kernel.command.Commands;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.testing.InMemoryPersonalData;

class FirstAdministratorTest {
    private final Deque<ErrorCode> refusals = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();

    /** The first start would end otherwise, for a stall of a few seconds. */
    @Test
    void told_to_come_again_it_does() {
        refusals.addAll(List.of(ErrorCode.STORE_UNAVAILABLE, ErrorCode.OUTCOME_UNKNOWN));
        FirstAdministrator first = new FirstAdministrator(
                this::take,
                new InMemoryPersonalData(),
                new Morning(),
                thatSawAll(),
                "Quản Trị Thử",
                "admin",
                "không mật lắm");

        first.administrator("Quản Trị Thử", "admin", new Secret("không mật lắm"));

        assertThat(done).containsExactly("RegisterPerson", "BootstrapAdministrator");
    }

    private Commands.Outcome take(Command command, Object decision, String inputHash) {
        ErrorCode refusal = refusals.poll();
        if (refusal != null) throw Refusal.of(refusal);
        done.add(command.getClass().getSimpleName());
        return new Commands.Outcome(done.size(), 1, false);
    }

    private static Views thatSawAll() {
        return (Views)
                Proxy.newProxyInstance(Views.class.getClassLoader(), new Class<?>[] {Views.class}, (_, method, _) -> {
                    assertThat(method.getName()).isEqualTo("await");
                    return true;
                });
    }

    private record Morning() implements StoryClock {
        @Override
        public Instant now() {
            return Instant.parse("2025-03-10T01:00:00Z");
        }

        @Override
        public void moveTo(Instant instant) {
            throw new AssertionError("not asked");
        }

        @Override
        public @Nullable String label() {
            return null;
        }
    }
}

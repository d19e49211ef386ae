package vn.minhchung.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.graphql.Cursor;

/** A refusal is what callers rely on: it must come through whole, also when it was caused by something. */
class RefusalTest {
    @Test
    void a_refusal_keeps_what_caused_it() {
        IllegalStateException cause = new IllegalStateException("why");
        Throwable refusal = Refusal.of(ErrorCode.STORE_UNAVAILABLE).initCause(cause);
        assertThat(refusal).isInstanceOf(Refusal.class).hasCause(cause);
    }

    @Test
    void a_cursor_that_cannot_be_read_is_refused_at_its_field() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> Cursor.read("not a cursor"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_CURSOR);
        assertThat(refusal.field()).containsExactly("after");
    }
}

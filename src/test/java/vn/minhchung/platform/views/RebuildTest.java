package vn.minhchung.platform.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.platform.views.ViewsFixture.SHELF;

import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.kernel.UnknownEvent;
import vn.minhchung.platform.views.ViewsFixture.Sales;
import vn.minhchung.platform.views.ViewsFixture.Shelves;

class RebuildTest {
    private final ViewsFixture fixture = new ViewsFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_rebuild_equals_the_live_views_at_any_position() {
        fixture.follow("one", new Shelves(), new Sales());
        long last = history();

        for (long position = 1; position <= last; position += 7) {
            assertThat(fixture.rebuild().differences(position)).isEmpty();
        }
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void one_changed_cell_changes_the_hash() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        long last = history();
        String schema = fixture.schema().name();

        fixture.execute("update %s.%s set total = total + 1 where id = 'shelf:1' and from_position = 2"
                .formatted(schema, SHELF.name()));
        assertThat(fixture.rebuild().differences(last)).containsExactly(SHELF.name());
        assertThat(fixture.rebuild().differences(1)).isEmpty();

        fixture.execute("update %s.%s set total = total - 1 where id = 'shelf:1' and from_position = 2"
                .formatted(schema, SHELF.name()));
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void what_is_kept_in_memory_makes_no_difference() throws Exception {
        fixture.follow("one", new Shelves(), new Sales());
        long last = history();
        String small = "views_small";
        try (Connection connection = fixture.source.open()) {
            fixture.schema().ensure(connection, small);
            Projection projection =
                    Projection.open(connection, small, fixture.schema().projectors(), 2);
            while (projection.position() < last) projection.apply(fixture.events.read(projection.position(), 3));
        }

        assertThat(fixture.rebuild().hashes(small, last))
                .isEqualTo(fixture.rebuild().hashes(fixture.schema().name(), last));
    }

    @Test
    void many_rows_copied_at_once_are_the_rows_written_one_by_one() {
        fixture.follow("one", new Shelves(), new Sales());
        List<String> awkward =
                List.of("a\tb", "two\nlines\r\n", "back\\slash \\N \\.", "\"quoted\", {braces}", "", "Số đỏ", "\\t");
        long last = 0;
        for (int i = 0; i < 260; i++) {
            String shelf = "shelf:" + awkward.get(i % awkward.size());
            last = fixture.shelved(shelf, awkward.get(i / 7 % awkward.size()) + i, i);
            // each a batch of its own, so that the live views write a few rows at a time
            assertThat(fixture.views().await(last)).isTrue();
        }

        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    /** Characters of two UTF-16 units, many thousands in a row and once shifted by one: copied in pieces none may be cut. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a"})
    void rare_characters_are_copied_whole(String shift) {
        fixture.follow("one", new Shelves(), new Sales());
        long last = 0;
        for (int i = 0; i < 210; i++) {
            last = fixture.shelved("shelf:1", (i == 0 ? shift : "") + "\uD840\uDC00".repeat(700) + 1_000 + i, i);
            assertThat(fixture.views().await(last)).isTrue();
        }

        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void a_rebuild_of_several_batches_ends_where_it_should() {
        fixture.follow("one", new Shelves(), new Sales());
        long middle = 0;
        long last = 0;
        for (int i = 0; i < 26; i++) {
            last = fixture.shelvedMany("shelf:" + i % 7, 250);
            if (i == 11) middle = last;
        }
        assertThat(fixture.views().await(last)).isTrue();

        assertThat(fixture.rebuild().differences(middle)).isEmpty();
        assertThat(fixture.rebuild().differences(last)).isEmpty();
    }

    @Test
    void an_unknown_event_that_was_read_ahead_stops_the_rebuild() {
        fixture.follow("one", new Shelves());
        for (int i = 0; i < 20; i++) fixture.shelvedMany("shelf:" + i, 100);
        fixture.recordUnknown();

        assertThatThrownBy(() -> fixture.rebuild().into("views_again", 2_001)).isInstanceOf(UnknownEvent.class);
    }

    @Test
    void the_live_views_are_never_the_target() {
        fixture.follow("one", new Shelves());

        assertThatThrownBy(() -> fixture.rebuild().into(fixture.schema().name(), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void two_tables_of_one_name_are_refused() {
        assertThatThrownBy(() -> new ViewSchema(List.of(new Shelves(), new Shelves()), "one"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_fingerprint_of_the_code_is_stable() {
        assertThat(CodeFingerprint.ofViews()).hasSize(64).isEqualTo(CodeFingerprint.ofViews());
    }

    private long history() {
        long last = 0;
        for (int i = 0; i < 40; i++) {
            String shelf = "shelf:" + i % 5;
            last = fixture.shelved(shelf, "book " + i, i);
            if (i % 3 == 2) last = fixture.sold(shelf, "book " + i, "other " + i);
            if (i % 11 == 10) last = fixture.cleared(shelf);
        }
        assertThat(fixture.views().await(last)).isTrue();
        return last;
    }
}

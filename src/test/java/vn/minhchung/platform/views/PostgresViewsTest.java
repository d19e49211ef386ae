package vn.minhchung.platform.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.minhchung.platform.views.ViewsFixture.PRICE;
import static vn.minhchung.platform.views.ViewsFixture.SALE;
import static vn.minhchung.platform.views.ViewsFixture.SHELF;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.minhchung.kernel.Vnd;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.platform.views.ViewsFixture.Sales;
import vn.minhchung.platform.views.ViewsFixture.ShelfView;
import vn.minhchung.platform.views.ViewsFixture.Shelves;

class PostgresViewsTest {
    private final ViewsFixture fixture = new ViewsFixture();

    @BeforeEach
    void follow() {
        fixture.follow("one", new Shelves(), new Sales());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void one_object_answers_for_two_moments() {
        long first = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long second = fixture.shelved("shelf:a", "Vỡ đê", 40_000);
        PostgresViews views = seen(second);

        assertThat(views.find(SHELF, "shelf:a", 0)).isEmpty();
        assertThat(views.find(SHELF, "shelf:a", first).map(ShelfView::total)).contains(Vnd.of(50_000));
        assertThat(views.find(SHELF, "shelf:a", second).map(ShelfView::total)).contains(Vnd.of(90_000));
        assertThat(views.find(SHELF, "shelf:z", second)).isEmpty();
    }

    @Test
    void an_object_that_ended_is_gone_from_there_on_and_may_begin_again() {
        long made = fixture.shelved("shelf:a", "Số đỏ", 50_000);
        long ended = fixture.cleared("shelf:a");
        long again = fixture.shelved("shelf:a", "Vỡ đê", 7);
        PostgresViews views = seen(again);

        assertThat(views.find(SHELF, "shelf:a", made)).isPresent();
        assertThat(views.find(SHELF, "shelf:a", ended)).isEmpty();
        assertThat(ids(views.page(SHELF, Filter.none(), ended, 0, 10))).isEmpty();
        assertThat(views.find(SHELF, "shelf:a", again).map(ShelfView::total)).contains(Vnd.of(7));
    }

    @Test
    void many_ids_are_found_at_once() {
        fixture.shelved("shelf:a", "Số đỏ", 1);
        long position = fixture.shelved("shelf:b", "Vỡ đê", 2);
        long last = fixture.shelved("shelf:b", "Giông tố", 2);

        var found = seen(last).findAll(SHELF, List.of("shelf:b", "shelf:a", "shelf:b", "shelf:z"), position);

        assertThat(found).containsOnlyKeys("shelf:a", "shelf:b");
        assertThat(found.get("shelf:b")).extracting(ShelfView::total).isEqualTo(Vnd.of(2));
    }

    @Test
    void a_page_is_read_as_of_a_position_in_identity_order() {
        for (int i = 0; i < 5; i++) fixture.shelved("shelf:" + i, "Số đỏ", i);
        long asOf = fixture.shelved("shelf:0", "Vỡ đê", 100);
        fixture.shelved("shelf:5", "Giông tố", 5);
        long last = fixture.cleared("shelf:1");
        PostgresViews views = seen(last);

        Page<ShelfView> one = views.page(SHELF, Filter.none(), asOf, 0, 2);
        Page<ShelfView> two =
                views.page(SHELF, Filter.none(), asOf, one.items().getLast().order(), 2);
        Page<ShelfView> three =
                views.page(SHELF, Filter.none(), asOf, two.items().getLast().order(), 2);

        assertThat(ids(one)).containsExactly("shelf:0", "shelf:1");
        assertThat(one.items().getFirst().view().total()).isEqualTo(Vnd.of(100));
        assertThat(ids(two)).containsExactly("shelf:2", "shelf:3");
        assertThat(ids(three)).containsExactly("shelf:4");
        assertThat(one.hasNext()).isTrue();
        assertThat(three.hasNext()).isFalse();
        assertThat(one.totalCount()).isEqualTo(5);
        assertThat(ids(views.page(SHELF, Filter.none(), last, 0, 10)))
                .containsExactly("shelf:0", "shelf:2", "shelf:3", "shelf:4", "shelf:5");
    }

    @Test
    void objects_made_by_one_event_are_paged_one_by_one() {
        fixture.shelved("shelf:a", "Số đỏ", 1);
        long last = fixture.sold("shelf:a", "a", "b", "c");
        PostgresViews views = seen(last);

        Page<?> one = views.page(SALE, Filter.none(), last, 0, 2);
        Page<?> two =
                views.page(SALE, Filter.none(), last, one.items().getLast().order(), 2);

        assertThat(ids(one)).containsExactly("sale:a", "sale:b");
        assertThat(ids(two)).containsExactly("sale:c");
    }

    @Test
    void a_filter_sees_the_version_of_the_moment() {
        long cheap = fixture.shelved("shelf:a", "Số đỏ", 50);
        fixture.shelved("shelf:b", "Vỡ đê", 500);
        long dear = fixture.shelved("shelf:a", "Giông tố", 500);
        PostgresViews views = seen(dear);
        Filter filter = Filter.none()
                .and("v.total < :limit", "limit", 100)
                .and("v.titles @> array[:title]::text[]", "title", "Số đỏ")
                .and("v.name in (:names)", "names", List.of("\"shelf:a\", \\ {}", "x"));

        assertThat(ids(views.page(SHELF, filter, cheap, 0, 10))).containsExactly("shelf:a");
        assertThat(views.page(SHELF, filter, cheap, 0, 10).totalCount()).isEqualTo(1);
        assertThat(ids(views.page(SHELF, filter, dear, 0, 10))).isEmpty();
    }

    @Test
    void rows_carry_the_position_of_their_event() {
        fixture.shelved("shelf:a", "Số đỏ", 50);
        long last = fixture.shelved("shelf:a", "Vỡ đê", 500);
        PostgresViews views = seen(last);

        var sum = JdbcClient.create(fixture.database.app())
                .sql("select sum(amount) from %s where shelf = ? and position <= ?"
                        .formatted(views.qualified(PRICE.name())))
                .param("shelf:a")
                .param(1L)
                .query(Long.class)
                .single();

        assertThat(sum).isEqualTo(50);
        assertThatThrownBy(() -> views.qualified("other_table")).isInstanceOf(IllegalArgumentException.class);
    }

    private PostgresViews seen(long position) {
        assertThat(fixture.views().await(position)).isTrue();
        return fixture.views();
    }

    private static List<String> ids(Page<?> page) {
        return page.items().stream().map(Page.Item::id).toList();
    }
}

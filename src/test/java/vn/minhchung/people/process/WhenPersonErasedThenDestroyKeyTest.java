package vn.minhchung.people.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Page;
import vn.minhchung.kernel.view.ViewTable;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.PersonView;
import vn.minhchung.testing.InMemoryPersonalData;
import vn.minhchung.testing.NoViews;

class WhenPersonErasedThenDestroyKeyTest {
    private final InMemoryPersonalData vault = new InMemoryPersonalData();

    @Test
    void a_key_that_outlived_its_recorded_erasure_is_found_and_destroyed_once() {
        PersonId crashed = person(1);
        PersonId done = person(2);
        Sealed name = vault.seal(crashed, "Nguyễn Minh Khảo");
        vault.seal(done, "Trần Thị Bình An");
        vault.destroyKey(done);
        Sealed stays = vault.seal(person(3), "Lê Hoài Nghiệm");
        var sweep = new WhenPersonErasedThenDestroyKey(erased(List.of(crashed, done)), vault);

        assertThat(sweep.sweep()).containsExactly(crashed);
        assertThat(sweep.sweep()).isEmpty();
        assertThat(vault.open(name)).isEqualTo(PersonalData.ERASED);
        assertThat(vault.open(stays)).isEqualTo("Lê Hoài Nghiệm");
    }

    @Test
    void more_erased_persons_than_one_page_are_all_seen() {
        List<PersonId> many = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) many.add(person(i));
        many.forEach(person -> vault.seal(person, "x"));

        assertThat(new WhenPersonErasedThenDestroyKey(erased(many), vault).sweep())
                .hasSize(1_001);
    }

    private static PersonId person(int number) {
        return new PersonId(Id.derived("person", "erased", Integer.toString(number)));
    }

    /** Views whose only content is these erased persons. */
    private static Views erased(List<PersonId> persons) {
        return new NoViews() {
            @Override
            public <V extends Record> Page<V> page(
                    ViewTable<V> table, Filter filter, long position, long after, int first) {
                assertThat(filter.sql()).isEqualTo("(v.erased)");
                List<Page.Item<V>> items = new ArrayList<>();
                for (int i = (int) after; i < persons.size() && items.size() < first; i++) {
                    PersonId person = persons.get(i);
                    items.add(
                            new Page.Item<>(person.value(), i + 1L, table.type().cast(view(person))));
                }
                return new Page<>(items, after + items.size() < persons.size(), persons.size());
            }
        };
    }

    private static PersonView view(PersonId person) {
        return new PersonView(
                person, new Sealed(person, "x"), null, null, null, null, List.of(), List.of(), true, true);
    }
}

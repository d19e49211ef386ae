package vn.minhchung.projects.api;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import vn.minhchung.kernel.PersonId;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;

/** Persons by id, in order; those nobody registered are left out. */
final class People {
    private People() {}

    static CompletableFuture<List<Shown<?>>> all(List<PersonId> persons, Moment moment, Loader loader) {
        var loading =
                persons.stream().map(person -> loader.node(person, moment)).toList();
        return CompletableFuture.allOf(loading.toArray(CompletableFuture[]::new))
                .thenApply(_ -> loading.stream()
                        .<Shown<?>>map(CompletableFuture::join)
                        .filter(Objects::nonNull)
                        .toList());
    }
}

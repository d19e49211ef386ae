package vn.minhchung.people.api;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.Role;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.PersonalTexts;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.PeopleViews;
import vn.minhchung.people.PersonView;

/** Persons: the only fields that are not plain are sealed texts and references. */
@Controller
class PersonGraphql {
    private final Views views;
    private final PersonalTexts texts;

    PersonGraphql(Views views, PersonalTexts texts) {
        this.views = views;
        this.texts = texts;
    }

    /** Staff and administrators list everybody; anybody else finds himself. */
    @QueryMapping
    Connection<Shown<PersonView>> persons(PageArgs page, Moment moment, Viewer viewer) {
        Filter filter = Filter.none();
        if (!viewer.staff() && !viewer.has(Role.ADMIN)) {
            filter.and(
                    "i.id = :self",
                    "self",
                    viewer.actor() == null ? "" : viewer.actor().person().value());
        }
        return Connection.of(views, PeopleViews.PERSONS, filter, moment, page);
    }

    @SchemaMapping(typeName = "Person", field = "name")
    CompletableFuture<@Nullable String> name(Shown<PersonView> person, Loader loader) {
        return text(person.view().name(), loader);
    }

    @SchemaMapping(typeName = "Person", field = "birthDate")
    CompletableFuture<@Nullable String> birthDate(Shown<PersonView> person, Loader loader) {
        return text(person.view().birthDate(), loader);
    }

    @SchemaMapping(typeName = "Person", field = "contact")
    CompletableFuture<@Nullable String> contact(Shown<PersonView> person, Loader loader) {
        return text(person.view().contact(), loader);
    }

    @SchemaMapping(typeName = "Person", field = "bankAccount")
    CompletableFuture<@Nullable String> bankAccount(Shown<PersonView> person, Loader loader) {
        return text(person.view().bankAccount(), loader);
    }

    @SchemaMapping(typeName = "PersonIdentifier", field = "value")
    CompletableFuture<@Nullable String> value(PersonView.Identifier identifier, Loader loader) {
        return text(identifier.value(), loader);
    }

    @SchemaMapping(typeName = "Employment", field = "organisation")
    CompletableFuture<@Nullable Shown<?>> organisation(PersonView.Employment employment, Moment moment, Loader loader) {
        return loader.node(employment.organisation(), moment);
    }

    private CompletableFuture<@Nullable String> text(@Nullable Sealed sealed, Loader loader) {
        if (sealed == null) return CompletableFuture.completedFuture(null);
        return loader.batch(texts, sealed).thenApply(text -> text);
    }
}

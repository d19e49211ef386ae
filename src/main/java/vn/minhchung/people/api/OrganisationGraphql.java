package vn.minhchung.people.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.Connection;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.text.VietnameseText;
import vn.minhchung.kernel.view.Filter;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.kernel.view.Views;
import vn.minhchung.people.OrganisationKind;
import vn.minhchung.people.OrganisationView;
import vn.minhchung.people.PeopleViews;

/** Organisations: public, searched without accents, named as of a day. */
@Controller
class OrganisationGraphql {
    private final Views views;

    OrganisationGraphql(Views views) {
        this.views = views;
    }

    @QueryMapping
    Connection<Shown<OrganisationView>> organisations(
            @Argument @Nullable OrganisationKind kind, @Argument @Nullable String text, PageArgs page, Moment moment) {
        Filter filter = Filter.none();
        if (kind != null) filter.and("v.kind = :kind", "kind", kind.name());
        if (text != null) filter.and("position(:text in v.folded) > 0", "text", VietnameseText.fold(text));
        return Connection.of(views, PeopleViews.ORGANISATIONS, filter, moment, page);
    }

    @SchemaMapping(typeName = "Organisation", field = "name")
    String name(Shown<OrganisationView> organisation, @Argument @Nullable LocalDate on) {
        return organisation.view().nameOn(on);
    }
}

package vn.minhchung.projects.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.PersonalData;
import vn.minhchung.kernel.Sealed;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.projects.PastCell;
import vn.minhchung.projects.PastField;
import vn.minhchung.projects.ProjectView;

/** The cells of a past task's source, names opened as long as their keys exist. */
@Controller
class PastSourceController {
    private final PersonalData personalData;

    PastSourceController(PersonalData personalData) {
        this.personalData = personalData;
    }

    @SchemaMapping(typeName = "PastSource")
    List<PastCell> cells(ProjectView.Source source, @Argument @Nullable PastField field) {
        return source.cells().stream()
                .filter(cell -> field == null || cell.field() == field)
                .toList();
    }

    @SchemaMapping(typeName = "PastCell")
    String raw(PastCell cell) {
        return cell.raw().stream().map(this::shown).collect(Collectors.joining());
    }

    @SchemaMapping(typeName = "PastCell")
    @Nullable
    String reading(PastCell cell) {
        if (cell.reading() != null || cell.persons().isEmpty()) return cell.reading();
        return cell.raw().stream()
                .filter(fragment -> fragment.name() != null)
                .map(this::shown)
                .collect(Collectors.joining("; "));
    }

    @SchemaMapping(typeName = "PastCell")
    CompletableFuture<List<Shown<?>>> persons(PastCell cell, Moment moment, Loader loader) {
        return loader.nodes(cell.persons(), moment);
    }

    private String shown(PastCell.Fragment fragment) {
        Sealed name = fragment.name();
        return name != null ? personalData.open(name) : String.valueOf(fragment.text());
    }
}

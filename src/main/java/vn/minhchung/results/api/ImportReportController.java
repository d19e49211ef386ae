package vn.minhchung.results.api;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Shown;
import vn.minhchung.results.ImportReport;
import vn.minhchung.results.ImportReport.State;

/** What an import's answer shows beside the components of the report. */
@Controller
class ImportReportController {

    @SchemaMapping(typeName = "ImportReport")
    List<ImportReport.Line> lines(ImportReport report, @Argument @Nullable List<State> states) {
        return report.lines().stream()
                .filter(line -> states == null || states.contains(line.state()))
                .toList();
    }

    @SchemaMapping(typeName = "ImportReport")
    int ready(ImportReport report) {
        return report.count(State.READY);
    }

    @SchemaMapping(typeName = "ImportReport")
    int unclear(ImportReport report) {
        return report.count(State.UNCLEAR);
    }

    @SchemaMapping(typeName = "ImportReport")
    int recorded(ImportReport report) {
        return report.count(State.RECORDED);
    }

    @SchemaMapping(typeName = "ImportReport")
    int already(ImportReport report) {
        return report.count(State.ALREADY_RECORDED);
    }

    /** Null while the line is not on record. */
    @SchemaMapping(typeName = "ImportLine")
    CompletableFuture<@Nullable Shown<?>> project(ImportReport.Line line, Moment moment, Loader loader) {
        return loader.node(line.project(), moment);
    }
}

package vn.minhchung.platform.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.data.method.HandlerMethodArgumentResolver;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Confidential;
import vn.minhchung.kernel.graphql.Cursor;
import vn.minhchung.kernel.graphql.Loader;
import vn.minhchung.kernel.graphql.PageArgs;
import vn.minhchung.kernel.graphql.Viewer;
import vn.minhchung.kernel.view.Moment;
import vn.minhchung.kernel.view.Moments;

/** What a controller method may ask for beside its arguments: Moment, Viewer, PageArgs, Loader, Confidential. */
@Component
final class Arguments implements HandlerMethodArgumentResolver {
    private static final Set<Class<?>> SUPPORTED =
            Set.of(Moment.class, Viewer.class, PageArgs.class, Loader.class, Confidential.class);

    private final Moments moments;

    Arguments(Moments moments) {
        this.moments = moments;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return SUPPORTED.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, DataFetchingEnvironment env) {
        Class<?> type = parameter.getParameterType();
        if (type == Moment.class) return momentOfPage(env);
        if (type == Viewer.class) return Operation.viewer(env.getGraphQlContext());
        if (type == PageArgs.class) return Operation.page(env);
        if (type == Confidential.class) return RecordedReading.notes(env.getGraphQlContext());
        return new OperationLoader(env);
    }

    /**
     * Later pages are read as of the first page's position, which their cursor carries; under {@code asOf} it must be that
     * moment's, or one answer would mix two.
     */
    private Moment momentOfPage(DataFetchingEnvironment env) {
        Moment moment = Operation.moment(env);
        boolean paged = env.getFieldDefinition().getArgument("first") != null;
        if (!paged || !(env.getArgument("after") instanceof String after)) return moment;
        long position = Cursor.read(after).position();
        if (position == moment.position()) return moment;
        if (moment.past())
            throw Refusal.of(ErrorCode.MALFORMED_CURSOR, "value", after, "expected", moment.position())
                    .at("after");
        Moment first = moments.at(position)
                .orElseThrow(() ->
                        Refusal.of(ErrorCode.MALFORMED_CURSOR, "value", after).at("after"));
        return new Moment(first.position(), first.recordedAt(), moment.past());
    }
}

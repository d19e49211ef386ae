package vn.minhchung.platform.graphql;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Refusal;
import vn.minhchung.kernel.graphql.Texts;
import vn.minhchung.platform.persistence.StoreAway;

/** Why a subscription ended: the code of the refusal, as everywhere; anything unexpected is logged and told without details. */
@Component
final class SubscriptionErrors extends SubscriptionExceptionResolverAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionErrors.class);

    private final Texts texts;

    SubscriptionErrors(Texts texts) {
        this.texts = texts;
    }

    @Override
    protected GraphQLError resolveToSingleError(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            String code = refusal.code().name();
            String text = texts.text("refusal." + code, Texts.VI, refusal.facts());
            return error(text == null ? code : text, code, refusal.code().retryable());
        }
        if (StoreAway.is(failure)) return resolveToSingleError(Refusal.of(ErrorCode.STORE_UNAVAILABLE));
        LOG.error("a subscription failed", failure);
        return error("INTERNAL", "INTERNAL", true);
    }

    private static GraphQLError error(String message, String code, boolean retryable) {
        // the builder formats its message
        return GraphqlErrorBuilder.newError()
                .message(message.replace("%", "%%"))
                .extensions(Map.of("code", code, "retryable", retryable))
                .build();
    }
}

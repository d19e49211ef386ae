package vn.minhchung.platform.axon;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import vn.minhchung.kernel.Decision;
import vn.minhchung.kernel.command.Recording;

/** Gives a command handler the {@link Decision} that travels with its command. */
final class DecisionResolver implements ParameterResolverFactory {
    @Override
    @SuppressWarnings("NullAway") // Axon: null says "not mine"
    public @Nullable ParameterResolver<Decision> createInstance(
            Executable executable, Parameter[] parameters, int index) {
        if (parameters[index].getType() != Decision.class) return null;
        return new ParameterResolver<>() {
            @Override
            public Decision resolveParameterValue(Message<?> message) {
                return (Decision) message.getMetaData().get(Recording.DECISION);
            }

            @Override
            public boolean matches(Message<?> message) {
                return message.getMetaData().get(Recording.DECISION) instanceof Decision;
            }
        };
    }
}

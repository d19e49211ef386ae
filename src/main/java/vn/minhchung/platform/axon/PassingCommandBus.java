package vn.minhchung.platform.axon;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/** Before another bus: does something of its own with commands, and hands on all the rest. */
abstract class PassingCommandBus implements CommandBus {
    final CommandBus next;

    PassingCommandBus(CommandBus next) {
        this.next = next;
    }

    @Override
    public final <C> void dispatch(CommandMessage<C> command) {
        dispatch(command, (_, _) -> {});
    }

    @Override
    public final Registration subscribe(String name, MessageHandler<? super CommandMessage<?>> handler) {
        return next.subscribe(name, handler);
    }

    @Override
    public final Registration registerHandlerInterceptor(
            MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return next.registerHandlerInterceptor(interceptor);
    }

    @Override
    public final Registration registerDispatchInterceptor(
            MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return next.registerDispatchInterceptor(interceptor);
    }
}

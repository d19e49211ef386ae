package vn.minhchung.platform.axon;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.minhchung.kernel.EventUpcaster;

/** The codec over every event on the class path and every module's upcasters. */
@Configuration(proxyBeanMethods = false)
class EventCodecConfiguration {
    @Bean
    EventTypes eventTypes() {
        return EventTypes.scan();
    }

    @Bean
    JacksonEventCodec eventCodec(EventTypes types, ObjectProvider<EventUpcaster> upcasters) {
        return new JacksonEventCodec(types, upcasters.stream().toList());
    }
}

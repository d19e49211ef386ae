package vn.minhchung.evidence;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import vn.minhchung.audit.LogAtRest;
import vn.minhchung.eventstore.ConnectionSource;
import vn.minhchung.eventstore.LogForReading;
import vn.minhchung.kernel.EventCodec;
import vn.minhchung.kernel.EventUpcaster;
import vn.minhchung.kernel.command.StreamSequences;
import vn.minhchung.kernel.log.StoredLog;
import vn.minhchung.kernel.view.Projector;
import vn.minhchung.platform.axon.EventTypes;
import vn.minhchung.platform.axon.JacksonEventCodec;
import vn.minhchung.platform.views.ViewSchema;

/** The store of the same settings as the application's, to be read: nothing of the application runs over it. */
final class Store implements LogParts, AutoCloseable {
    private final ConfigurableApplicationContext context;

    private Store(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** No {@code @Configuration}, so that the application does not find it. */
    @ComponentScan({"vn.minhchung.platform.persistence", "vn.minhchung.platform.vault"})
    @Import({LogAtRest.class, Projectors.class})
    static class Parts {
        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        PlatformTransactionManager transactions(DataSource dataSource) {
            return new DataSourceTransactionManager(dataSource);
        }

        @Bean
        EventCodec eventCodec(ObjectProvider<EventUpcaster> upcasters) {
            return new JacksonEventCodec(EventTypes.scan(), upcasters.stream().toList());
        }

        @Bean
        StoredLog storedLog(DataSource dataSource) {
            return LogForReading.events(dataSource);
        }

        @Bean
        StreamSequences streamSequences(DataSource dataSource) {
            return LogForReading.sequences(dataSource);
        }

        @Bean
        ViewSchema viewSchema(ObjectProvider<Projector> projectors) {
            return ViewSchema.ofThisBuild(projectors.orderedStream().toList());
        }
    }

    /** @param options as the application takes them */
    static Store open(List<String> options) {
        return new Store(new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(Map.of(
                        "logging.level.root", "WARN",
                        // what is wrong is told by the program
                        "logging.level.org.springframework", "OFF",
                        "logging.level.vn.minhchung.audit.process", "OFF"))
                .run(options.toArray(String[]::new)));
    }

    @Override
    public BeanFactory parts() {
        return context;
    }

    DataSource database() {
        return context.getBean("dataSource", DataSource.class);
    }

    ConnectionSource connections() {
        return ConnectionSource.of(database());
    }

    EventCodec codec() {
        return context.getBean(EventCodec.class);
    }

    ViewSchema views() {
        return context.getBean(ViewSchema.class);
    }

    String setting(String name, String otherwise) {
        return context.getEnvironment().getProperty(name, otherwise);
    }

    @Override
    public void close() {
        context.close();
    }
}

package vn.minhchung.audit;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * What seals, keeps and compares a log, and nothing that runs by itself: for a program that looks at a log, or at a copy of
 * one, and ends. It needs a data source with its {@code JdbcClient} and transactions, a {@code StoredLog}, an {@code EventCodec},
 * {@code StreamSequences} and {@code LogKeys}. No {@code @Configuration}, so that the application does not find it.
 */
@ComponentScan(
        basePackages = "vn.minhchung.audit.process",
        useDefaultFilters = false,
        includeFilters = {
            @Filter(
                    type = FilterType.ASSIGNABLE_TYPE,
                    classes = {
                        SealedLog.class,
                        LogSealer.class,
                        LogKeyRing.class,
                        LogContradictions.class,
                        Witnessing.class
                    }),
            @Filter(type = FilterType.REGEX, pattern = ".*\\.WitnessPolicy")
        })
public final class LogAtRest {
    private LogAtRest() {}
}

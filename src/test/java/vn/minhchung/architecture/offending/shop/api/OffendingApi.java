package vn.minhchung.architecture.offending.shop.api;

import java.util.List;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import vn.minhchung.architecture.offending.shop.write.OffendingDesk;

/** Knows the write side and loads by a mapping that mixes moments. */
public class OffendingApi {
    @BatchMapping
    List<String> names(List<OffendingDesk> desks) {
        return desks.stream().map(OffendingDesk::toString).toList();
    }
}

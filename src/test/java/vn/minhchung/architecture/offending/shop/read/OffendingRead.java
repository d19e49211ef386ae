package vn.minhchung.architecture.offending.shop.read;

import org.axonframework.eventhandling.EventHandler;
import org.springframework.beans.factory.annotation.Value;
import vn.minhchung.architecture.offending.shop.write.OffendingDesk;

/** Knows the write side, handles events without a group, swallows new events, and reads another module's table. */
public class OffendingRead {
    static final String SQL = """
            select total from budgets_posting where account = 1
            """;

    @Value("${offending}")
    String injected = "";

    private final OffendingDesk desk;

    OffendingRead(OffendingDesk desk) {
        this.desk = desk;
    }

    @EventHandler
    @SuppressWarnings("RefactorSwitch")
    void project(Object event) {
        switch (event) {
            case String text -> injected = text;
            default -> injected = desk.toString();
        }
    }
}
